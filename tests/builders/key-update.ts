/**
 * Yjs updates of one key each, written without a Y.Doc: what a typist's browser sends, made for nothing. Every typist writes a run of
 * their own at the beginning of one text; read back cheaply, so that a delivery can be told from the moment it was sent.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** The text that is typed into: one that the document holds, by its id, or one of the document's own by name. */
export type Place = { readonly client: number; readonly clock: number } | { readonly name: string }

const stringContent = 4
const hasOrigin = 0x80

/** The key number `clock` of the typist `client`. */
export function keyUpdate(client: number, clock: number, place: Place, key = 'k'): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number))
    write(1, 1, client, clock)
    if (clock > 0) {
      encoding.writeUint8(encoder, stringContent | hasOrigin)
      write(client, clock - 1)
    } else {
      encoding.writeUint8(encoder, stringContent)
      if ('name' in place) {
        write(1)
        encoding.writeVarString(encoder, place.name)
      } else write(0, place.client, place.clock)
    }
    encoding.writeVarString(encoder, key)
    write(0) // nothing deleted
  })
}

/** Tells `each` the keys of an update: whose, from which number, how many. Updates of one struct, nearly all, are read at once. */
export function keysOf(update: Uint8Array, each: (client: number, clock: number, keys: number) => void): void {
  const decoder = decoding.createDecoder(update)
  const [clients, structs] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
  if (clients === 1 && structs === 1) {
    const [client, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    const info = decoding.readUint8(decoder)
    if (info === (stringContent | hasOrigin)) {
      decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      return each(client, clock, decoding.readVarUint(decoder)) // of ASCII keys, bytes are keys
    }
  }
  for (const { id, length } of Y.decodeUpdate(update).structs) each(id.client, id.clock, length)
}

/** The first text of an article: where the typists of the benches write. */
export function firstText(state: Uint8Array): Place {
  const { structs } = Y.decodeUpdate(state)
  const text = structs.find((struct) => struct instanceof Y.Item && isText(struct.content))
  if (text === undefined) throw new Error('There is no text in this document.')
  return { client: text.id.client, clock: text.id.clock }
}

const isText = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentType && content.type instanceof Y.XmlText
