/** Who has this article open, from presence: one face per person, however many tabs. The server stamps `user`; we never trust more. */
import type { Awareness } from 'y-protocols/awareness'

export interface Face {
  readonly id: string
  readonly name: string
  readonly initials: string
  /** 0–7: which of the eight hues of people. */
  readonly hue: number
}

const faceOf = (state: unknown): Face | null => {
  const user = (state as { user?: Partial<Face> } | null)?.user
  if (typeof user?.id !== 'string' || typeof user.name !== 'string') return null
  const hue = typeof user.hue === 'number' && user.hue >= 0 && user.hue < 8 ? Math.trunc(user.hue) : 0
  return { id: user.id, name: user.name, initials: user.initials ?? '', hue }
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

/** Calls back only when somebody came or went, not on each move of a caret. */
export function watchFaces(awareness: Awareness, onChange: (faces: readonly Face[]) => void): void {
  let faces: readonly Face[] = []
  awareness.on('change', () => {
    const now = facesOf(awareness.getStates().values())
    if (samePeople(faces, now)) return
    faces = now
    onChange(now)
  })
}
