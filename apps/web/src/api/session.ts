/** Who one is: the first run, signing in and out, sessions, invitations. */
import { ask, at, client, send, type ValueOf } from './ask.ts'
import { type Reply, refused, replyOf } from './reply.ts'
import type { AnyRefusal } from '#web/words/refusals.ts'

/** Somewhere one is signed in. */
export interface OwnSession {
  readonly token: string
  readonly createdAt: string
  readonly userAgent: string | null
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** One of the people of a demo. */
export type DemoPerson = NonNullable<ValueOf<Awaited<ReturnType<typeof client.start.$get>>>['demo']>['people'][number]

const oneInvitation = client.invitations[':newsroom'][':token']

export const sessionApi = {
  start: () => ask(client.start.$get()),
  me: () => ask(client.me.$get()),
  /** better-auth's own routes are not part of our API's type. */
  signIn: async (email: string, password: string): Promise<Reply<unknown>> => {
    const reply = await askAuth('sign-in/email', { email, password })
    // Unknown address and wrong password get one sentence; two would tell strangers who works here.
    return !reply.ok && reply.refusal === 'not-signed-in' ? refused('wrong-password') : reply
  },
  signOut: () => askAuth('sign-out', {}),
  sessions: async (): Promise<Reply<OwnSession[]>> => {
    const [all, mine] = await Promise.all([
      askAuth<Omit<OwnSession, 'isThis'>[]>('list-sessions'),
      askAuth<{ session: { token: string } } | null>('get-session'),
    ])
    if (!all.ok) return all
    if (!mine.ok) return mine
    const sessions = all.value.map((one) => ({ ...one, isThis: one.token === mine.value?.session.token }))
    const newestFirst = sessions.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    return { ok: true, value: newestFirst.toSorted((a, b) => Number(b.isThis) - Number(a.isThis)) }
  },
  endSession: (token: string) => askAuth('revoke-session', { token }),
  endOtherSessions: () => askAuth('revoke-other-sessions', {}),
  changePassword: (currentPassword: string, newPassword: string) =>
    askAuth('change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
  firstRun: (first: {
    newsroom: { name: string; slug: string; zone: string }
    name: string
    email: string
    password: string
    code: string
  }) => ask(client['first-run'].$post({ json: first })),
  invitation: (newsroom: string, token: string) => ask(oneInvitation.$get(at({ newsroom, token }))),
  takeUpInvitation: (newsroom: string, token: string, account: { name?: string; password?: string }) =>
    ask(oneInvitation.$post({ ...at({ newsroom, token }), json: account })),
}

/** What better-auth says in words of its own. */
const authRefusals: Readonly<Record<string, AnyRefusal>> = {
  INVALID_PASSWORD: 'wrong-password',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'too-large',
}

/** With a body it is sent, without one it is asked. */
function askAuth<T = unknown>(path: string, body?: object): Promise<Reply<T>> {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return replyOf<T>(send(`/api/auth/${path}`, request), (reply) =>
    typeof reply === 'object' && reply !== null && 'code' in reply ? authRefusals[String(reply.code)] : undefined,
  )
}
