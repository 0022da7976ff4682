/**
 * Who has this article open, and who has which claim open, from presence: one face per person, however many tabs. The server stamps
 * `user`; everything else is a word of that person's tab, read here as far as it makes sense. Rules PR1, PR2.
 */
import type { Awareness } from 'y-protocols/awareness'

export interface Face {
  readonly id: string
  readonly name: string
  readonly initials: string
  /** 0–7: which of the eight hues of people. */
  readonly hue: number
}

/** Claims that other people have open, by id. */
export type OpenClaims = ReadonlyMap<string, readonly Face[]>

export const faceOf = (state: unknown): Face | null => {
  const user = (state as { user?: Partial<Face> } | null)?.user
  if (typeof user?.id !== 'string' || typeof user.name !== 'string') return null
  const hue = typeof user.hue === 'number' && user.hue >= 0 && user.hue < 8 ? Math.trunc(user.hue) : 0
  const initials = typeof user.initials === 'string' ? user.initials.slice(0, 4) : ''
  return { id: user.id, name: user.name, initials, hue }
}

const claimShape = /^[\w-]{1,64}$/

/** PR1. The claim that somebody's tab says it has open; anything else than an id says nothing. */
export const claimIn = (state: unknown): string | null => {
  const claim = (state as { claim?: unknown } | null)?.claim
  return typeof claim === 'string' && claimShape.test(claim) ? claim : null
}

export const facesOf = (states: Iterable<unknown>): Face[] => {
  const byPerson = new Map<string, Face>()
  for (const state of states) {
    const face = faceOf(state)
    if (face !== null) byPerson.set(face.id, face)
  }
  return [...byPerson.values()].sort((a, b) => a.name.localeCompare(b.name))
}

export const samePeople = (before: readonly Face[], now: readonly Face[]): boolean =>
  before.length === now.length && before.every((face, index) => face.id === now[index]?.id)

/** PR1. `before` gives back its lists where nothing changed, so that nobody draws them anew. */
export function openClaimsOf(states: Iterable<unknown>, me: string, before: OpenClaims): OpenClaims {
  const states_ = [...states]
  const ids = new Set(states_.flatMap((state) => claimIn(state) ?? []))
  const now = new Map<string, readonly Face[]>()
  for (const id of ids) {
    const faces = facesOf(states_.filter((state) => claimIn(state) === id)).filter((face) => face.id !== me)
    const known = before.get(id)
    if (faces.length > 0) now.set(id, known !== undefined && samePeople(known, faces) ? known : faces)
  }
  const isSame = now.size === before.size && [...now].every(([id, faces]) => before.get(id) === faces)
  return isSame ? before : now
}

/** Calls back only when somebody came, went or opened another claim, not on each move of a caret. */
export function watchPeople(
  awareness: Awareness,
  me: string,
  onFaces: (faces: readonly Face[]) => void,
  onClaims: (open: OpenClaims) => void,
): void {
  let faces: readonly Face[] = []
  let open: OpenClaims = new Map()
  awareness.on('change', () => {
    const states = [...awareness.getStates().values()]
    const now = facesOf(states)
    if (!samePeople(faces, now)) {
      faces = now
      onFaces(now)
    }
    const others = openClaimsOf(states, me, open)
    if (others !== open) {
      open = others
      onClaims(others)
    }
  })
}
