/**
 * What travels on `/sync`: the frames of y-websocket (0–3) and three of ours (100–102), defined once for both sides. Rule WP2.
 * 100 saved {frames, seq}: how many of this connection's step-2 and update frames are on disk, empty ones too.
 * 101 heartbeat: the client cuts a server that is silent for 30 s, and pings do not count.
 * 102 refused {code}: the last frame was not taken.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const PROTOCOL_VERSION = 1

export const frame = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  heartbeat: 101,
  refused: 102,
} as const
export const sync = { step1: 0, step2: 1, update: 2 } as const

export const heartbeatMs = 10_000

/** Close codes of `/sync` and `/live`. Codes from 4400 mean: do not come back by yourself. */
export const closeCode = {
  leaving: 1001,
  unacceptable: 1003,
  restarting: 1012,
  comeBackLater: 1013,
  notSignedIn: 4401,
  mayNotWrite: 4403,
  notFound: 4404,
  schemaTooOld: 4409,
  otherEpoch: 4410,
  tooLarge: 4413,
  flood: 4429,
} as const
export type CloseCode = (typeof closeCode)[keyof typeof closeCode]

/**
 * Why a 1012 or 1013 asks to come back later, beside the seconds in its reason ("10 behind"): too many have the article open, too much
 * came at once, this reader did not keep up, the server goes down.
 */
export const laterWhys = ['full', 'flood', 'behind', 'restart'] as const
export type LaterWhy = (typeof laterWhys)[number]

export interface Saved {
  readonly frames: number
  readonly seq: number
}

export const savedFrame = ({ frames, seq }: Saved): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frame.saved)
    encoding.writeVarUint(encoder, frames)
    encoding.writeVarUint(encoder, seq)
  })

export const heartbeatFrame: Uint8Array = encoding.encode((encoder) => encoding.writeVarUint(encoder, frame.heartbeat))

export const refusedFrame = (code: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frame.refused)
    encoding.writeVarString(encoder, code)
  })

/** What follows frame number 100. */
export const readSaved = (decoder: decoding.Decoder): Saved => ({
  frames: decoding.readVarUint(decoder),
  seq: decoding.readVarUint(decoder),
})

/** What follows frame number 102. */
export const readRefused = (decoder: decoding.Decoder): string => decoding.readVarString(decoder)

const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frame.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(sync.step1, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(sync.step2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(sync.update, update)

export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frame.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })

/** Whether the frame is one that the server acknowledges with 100: step 2 or an update. */
export const isCounted = (bytes: Uint8Array): boolean =>
  bytes[0] === frame.sync && (bytes[1] === sync.step2 || bytes[1] === sync.update)
