/**
 * Calling on people by writing @ and their name: who is meant by what stands before the caret, and whom a text calls on. The longest
 * name wins, so that “@Sana Ahmed” never calls on a Sana. Rules MT1–MT4.
 */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A name being written: where its @ stands, and what follows it up to the caret. */
export interface Typed {
  readonly from: number
  readonly name: string
}

const mostTyped = 40

/** Found whatever the case, and whether or not the accents were typed. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/** MT1. An @ after a letter or digit belongs to an address, and a name has no line break. */
export function typedAt(text: string, caret: number): Typed | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from === -1 || caret - from > mostTyped || /[\p{L}\p{N}]/u.test(text.slice(0, from).slice(-1))) return null
  const name = text.slice(from + 1, caret)
  return /[\n@]/.test(name) ? null : { from, name }
}

/** MT2. Whose name, or a part of it, begins with what was typed; nobody once the name is written out. */
export function meant<P extends Named>(people: readonly P[], typed: string): P[] {
  const wanted = folded(typed)
  if (people.some(({ name }) => wanted.startsWith(`${folded(name)} `) || wanted === folded(name))) return []
  return people.filter(({ name }) => {
    const whole = folded(name)
    return whole.startsWith(wanted) || whole.split(/\s+/u).some((part) => wanted !== '' && part.startsWith(wanted))
  })
}

/** MT3. The text with the name written out, and where the caret stands then. */
export function completed(text: string, { from, name }: Typed, person: Named): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${person.name} `
  const after = text.slice(from + 1 + name.length)
  return { text: before + after.replace(/^ /, ''), caret: before.length }
}

export interface Piece<P extends Named> {
  readonly text: string
  /** Null for words that call on nobody. */
  readonly person: P | null
}

/** MT4. The text in pieces, those that call on somebody apart from the rest. */
export function piecesOf<P extends Named>(text: string, people: readonly P[]): Piece<P>[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  const pieces: Piece<P>[] = []
  let plain = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isWhole(text, at + 1, name))
    if (person === undefined) continue
    const end = at + 1 + person.name.length
    if (at > plain) pieces.push({ text: text.slice(plain, at), person: null })
    pieces.push({ text: text.slice(at, end), person })
    plain = end
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain), person: null })
  return pieces
}

const isWhole = (text: string, from: number, name: string): boolean =>
  text.startsWith(name, from) && !/^[\p{L}\p{N}]/u.test(text.slice(from + name.length))

/** Whom the text calls on, each once. */
export const calledOnIn = (text: string, people: readonly Named[]): string[] => [
  ...new Set(piecesOf(text, people).flatMap(({ person }) => person?.id ?? [])),
]
