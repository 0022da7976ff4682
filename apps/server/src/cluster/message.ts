/**
 * What servers say to one another, as bytes on a channel. A message of another release, or one that cannot be read, is null: whoever gets
 * it looks into the log instead. Rule SV1.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Announcement } from '../log/announcer.ts'
import type { StoredText } from '../rooms/elsewhere.ts'
import type { Shown } from '../rooms/presence.ts'

/** Raised whenever one of these changes its meaning. */
export const SERVER_MESSAGE_VERSION = 1

export type ServerMessage =
  /** On an article's channel: an update that the log holds now. */
  | { readonly kind: 'text'; readonly text: StoredText }
  /** The article's log goes up to `seq`. */
  | { readonly kind: 'head'; readonly seq: number }
  /** What people on the sender show now. */
  | { readonly kind: 'shown'; readonly entries: readonly Shown[] }
  /** A server has opened the article: who is there? */
  | { readonly kind: 'who' }
  /** On a newsroom's channel. */
  | { readonly kind: 'told'; readonly announcement: Announcement }
  /** On the channel of all servers: the sender lives. */
  | { readonly kind: 'alive'; readonly lost: number; readonly key: string }
  | { readonly kind: 'leaving' }

export interface Heard {
  /** Id of the server that says it. */
  readonly from: string
  readonly message: ServerMessage
}

export function encodeMessage(from: string, message: ServerMessage): Buffer {
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SERVER_MESSAGE_VERSION)
    encoding.writeVarString(encoder, from)
    if (message.kind !== 'text') return encoding.writeVarString(encoder, JSON.stringify(message))
    // The one that is sent for each keystroke; all others are seldom.
    const { seq, at, by, owners, bytes } = message.text
    encoding.writeVarString(encoder, '')
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint(encoder, at.getTime())
    encoding.writeVarString(encoder, by)
    encoding.writeVarUint(encoder, owners.length)
    for (const [client, person] of owners) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarString(encoder, person)
    }
    encoding.writeVarUint8Array(encoder, bytes)
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function decodeMessage(bytes: Uint8Array): Heard | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== SERVER_MESSAGE_VERSION) return null
    const from = decoding.readVarString(decoder)
    const json = decoding.readVarString(decoder)
    return { from, message: json === '' ? readText(decoder) : (JSON.parse(json) as ServerMessage) }
  } catch {
    return null
  }
}

function readText(decoder: decoding.Decoder): ServerMessage {
  const seq = decoding.readVarUint(decoder)
  const at = new Date(decoding.readVarUint(decoder))
  const by = decoding.readVarString(decoder)
  const owners = Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    return [client, decoding.readVarString(decoder)] as const
  })
  return { kind: 'text', text: { seq, at, by, owners, bytes: decoding.readVarUint8Array(decoder) } }
}
