/**
 * Who is asking, in one newsroom, and what their roles let them do. Rules AC1–AC6; a person may hold several roles.
 * `admin` alone gives no right at the desk.
 */
export const roles = ['viewer', 'reporter', 'checker', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Actor {
  readonly id: string
  readonly name: string
  readonly newsroomId: string
  readonly roles: ReadonlySet<Role>
}

/** To whom an article is open: the whole newsroom, or only the people named. */
export interface Access {
  readonly open: 'newsroom' | 'named'
  readonly people: readonly string[]
}

const holds = (actor: Actor, ...wanted: Role[]): boolean => wanted.some((role) => actor.roles.has(role))

/** AC1. Reads the desk at all. */
export const mayRead = (actor: Actor): boolean => holds(actor, 'viewer', 'reporter', 'checker', 'editor')

/** AC2. Asked by every route, socket, count and export before anything of an article is shown. */
export const mayOpen = (actor: Actor, access: Access): boolean =>
  mayRead(actor) && (access.open === 'newsroom' || access.people.includes(actor.id))

/** AC3. Changes the article's text, brings articles in, adds sources. */
export const mayEdit = (actor: Actor): boolean => holds(actor, 'reporter', 'checker', 'editor')

/** AC4. Marks claims, gives verdicts, attaches evidence. */
export const mayDecide = (actor: Actor): boolean => holds(actor, 'checker', 'editor')

/** AC5. Signs off. */
export const maySignOff = (actor: Actor): boolean => holds(actor, 'editor')

/** AC12. Manages members, rules and tokens; gives no right at the desk. */
export const mayManage = (actor: Actor): boolean => holds(actor, 'admin')
