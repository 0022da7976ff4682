/**
 * Whose each Yjs client id of an article is, and how far its words go, updates on their way to disk included. What is not in the log yet
 * is said again with each update, until the log has it. Rules RM3, RM4, SV3.
 */
export class Writers {
  readonly clocks = new Map<number, number>()
  readonly owners: Map<number, string>
  /** Client ids whose owner is not in the log yet. */
  readonly #unlogged = new Set<number>()

  constructor(owners: Iterable<readonly [client: number, person: string]>, clocks: ReadonlyMap<number, number>) {
    this.owners = new Map(owners)
    this.note(clocks)
  }

  /** Somebody's words are on their way to disk. Returns the client ids whose owner goes with them. */
  begin(news: { ends: ReadonlyMap<number, number>; newClientIds: readonly number[] }, owner: string): number[] {
    for (const [client, end] of news.ends) this.clocks.set(client, end)
    for (const client of news.newClientIds) {
      this.owners.set(client, owner)
      this.#unlogged.add(client)
    }
    return [...news.ends.keys()].filter((client) => this.#unlogged.has(client))
  }

  logged(clients: readonly number[]): void {
    for (const client of clients) this.#unlogged.delete(client)
  }

  /** Somebody else was first with these client ids, on another server: what is known of them comes from the log alone. */
  disown(clients: readonly number[], owner: string, clocks: ReadonlyMap<number, number>): void {
    for (const client of clients) {
      if (this.owners.get(client) === owner) this.owners.delete(client)
      this.#unlogged.delete(client)
      this.clocks.set(client, clocks.get(client) ?? 0)
    }
  }

  own(owners: Iterable<readonly [client: number, person: string]>): void {
    for (const [client, person] of owners) this.owners.set(client, person)
  }

  note(ends: ReadonlyMap<number, number>): void {
    for (const [client, end] of ends) this.clocks.set(client, Math.max(end, this.clocks.get(client) ?? 0))
  }
}
