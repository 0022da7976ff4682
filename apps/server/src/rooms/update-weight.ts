/**
 * What a Yjs update holds, read from its bytes alone: nothing of it is made into objects, so that even the worst 2 MB cost a few
 * milliseconds. Says whether it is plain (typing), unusual (to be applied before anyone sees it) or heavy (to be tried aside first).
 * Rule RM24.
 */
import * as decoding from 'lib0/decoding'

export interface Weight {
  readonly structs: number
  readonly deletes: number
  /** Blocks and other containers. */
  readonly containers: number
  /** Values of attributes and the like. */
  readonly values: number
  readonly clients: number
  /** Documents within the document: nothing of ours writes them, and each would be one more to keep. */
  readonly subdocuments: number
  /** Only letters, formatting and deletions, of which Yjs applies any. */
  readonly isPlain: boolean
  /** Where the deletions begin: in an update without structs they are all there is. */
  readonly deletesAt: number
}

/** More of any of these than an hour offline brings, and the update is tried aside before anyone has to wait for it. */
const usual = { structs: 2_000, deletes: 50_000, containers: 200, values: 20_000, clients: 50 }

export const isHeavy = (weight: Weight): boolean =>
  weight.structs > usual.structs ||
  weight.deletes > usual.deletes ||
  weight.containers > usual.containers ||
  weight.values > usual.values ||
  weight.clients > usual.clients

/** Everybody who comes back says all that was ever deleted, which is mostly known; as news it would be cut out piece by piece. */
export const deletesMuch = ({ deletes }: Weight): boolean => deletes > 2_000

/** Letters, formatting and deletions of one writer: of that Yjs applies any, so that the others may see it before it has. */
export const isTyping = ({ isPlain, clients, structs }: Weight): boolean => isPlain && clients <= 1 && structs <= 100

/** Yjs's numbers for what a struct holds. */
const kind = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
}
const hasLeft = 0x80
const hasRight = 0x40
const hasParentKey = 0x20
const deepest = 64

/** Null when these bytes are no update. */
export function weighUpdate(bytes: Uint8Array): Weight | null {
  try {
    return new Scales(bytes).weigh()
  } catch {
    return null
  }
}

class Scales {
  readonly #decoder: decoding.Decoder
  #structs = 0
  #containers = 0
  #values = 0
  #subdocuments = 0
  #isPlain = true

  constructor(bytes: Uint8Array) {
    this.#decoder = decoding.createDecoder(bytes)
  }

  weigh(): Weight {
    const clients = this.#number()
    for (let left = clients; left > 0; left -= 1) {
      const structs = this.#number()
      this.#numbers(2) // client, clock
      for (let struct = structs; struct > 0; struct -= 1) this.#struct()
      this.#structs += structs
    }
    const deletesAt = this.#decoder.pos
    let deletes = 0
    for (let left = this.#number(); left > 0; left -= 1) {
      this.#number()
      const ranges = this.#number()
      this.#numbers(ranges * 2)
      deletes += ranges
    }
    const [structs, containers, values, subdocuments] = [
      this.#structs,
      this.#containers,
      this.#values,
      this.#subdocuments,
    ]
    return { structs, deletes, containers, values, clients, subdocuments, isPlain: this.#isPlain, deletesAt }
  }

  #struct(): void {
    const info = decoding.readUint8(this.#decoder)
    const holds = info & 0x1f
    if (holds === kind.gc || holds === kind.skip) {
      // Yjs makes these itself; no editor sends them as news.
      this.#isPlain = false
      return void this.#number()
    }
    if ((info & hasLeft) !== 0) this.#numbers(2)
    if ((info & hasRight) !== 0) this.#numbers(2)
    if ((info & (hasLeft | hasRight)) === 0) {
      if (this.#number() === 1) this.#named()
      else this.#numbers(2)
      if ((info & hasParentKey) !== 0) this.#bytes()
    }
    this.#content(holds)
  }

  /** A container at the top, by name: an article has one, and each more would stay for ever. */
  #named(): void {
    this.#bytes()
    this.#isPlain = false
  }

  #content(holds: number): void {
    if (holds === kind.deleted) return void this.#number()
    if (holds === kind.string) return this.#bytes()
    if (holds === kind.format) {
      this.#bytes()
      return this.#bytes()
    }
    this.#isPlain = false
    if (holds === kind.binary || holds === kind.embed) return this.#bytes()
    if (holds === kind.json) return this.#times(() => this.#bytes())
    if (holds === kind.any) return this.#times(() => this.#any(0))
    if (holds === kind.type) {
      this.#containers += 1
      const container = this.#number()
      if (container === 3 || container === 5) this.#bytes() // elements and hooks have a name
      return
    }
    if (holds !== kind.doc) throw new Error('no such content')
    this.#subdocuments += 1
    this.#bytes()
    this.#any(0)
  }

  #any(depth: number): void {
    if (depth > deepest) throw new Error('too deep')
    this.#values += 1
    const type = decoding.readUint8(this.#decoder)
    if (type === 125) return void decoding.readVarInt(this.#decoder)
    if (type === 124) return this.#skip(4)
    if (type === 123 || type === 122) return this.#skip(8)
    if (type === 119 || type === 116) return this.#bytes()
    if (type === 117) return this.#times(() => this.#any(depth + 1))
    if (type === 118) {
      return this.#times(() => {
        this.#bytes()
        this.#any(depth + 1)
      })
    }
    if (type !== 127 && type !== 126 && type !== 121 && type !== 120) throw new Error('no such value')
  }

  #number(): number {
    return decoding.readVarUint(this.#decoder)
  }

  #numbers(many: number): void {
    for (let left = many; left > 0; left -= 1) decoding.readVarUint(this.#decoder)
  }

  #times(each: () => void): void {
    for (let left = this.#number(); left > 0; left -= 1) each()
  }

  #bytes(): void {
    this.#skip(this.#number())
  }

  #skip(bytes: number): void {
    if (this.#decoder.pos + bytes > this.#decoder.arr.length) throw new Error('torn')
    this.#decoder.pos += bytes
  }
}
