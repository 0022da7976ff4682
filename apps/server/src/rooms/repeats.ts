/**
 * Updates that brought nothing new and never will: what the text holds and what is deleted from it only grows. Everybody who comes back
 * sends their whole delete set, mostly one and the same; it is walked once. Rules RM2, RM26.
 */
const mostKept = 8
/** Smaller ones are judged as fast; larger ones are seldom alike. */
const fewestBytes = 256
const mostBytes = 256 * 1024

export class Repeats {
  #kept: Buffer[] = []

  has(bytes: Uint8Array): boolean {
    return bytes.length >= fewestBytes && this.#kept.some((kept) => kept.equals(bytes))
  }

  add(bytes: Uint8Array): void {
    if (bytes.length < fewestBytes || bytes.length > mostBytes || this.has(bytes)) return
    this.#kept = [Buffer.from(bytes), ...this.#kept.slice(0, mostKept - 1)]
  }
}
