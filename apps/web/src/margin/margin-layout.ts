/**
 * The margin of one text outside of React: knows the claims, reads where they start, settles cards and gutter, and writes where they
 * lie. React draws what is near the window and hears only when that changes; what moves is moved here. Rules MG8, MG9.
 */
import { Watched } from '#web/live/sync-store.ts'
import { densities, type Density, lineHeight } from './density.ts'
import { type GutterRow, gutterRows } from './gutter-rows.ts'
import { type Card, layoutCards } from './layout-cards.ts'
import { nowhere, PlaceReader, type Places } from './places.ts'
import { type TextWatch, watchText } from './watch-text.ts'

export interface MarginClaim {
  readonly id: string
  readonly name: string
  /** All that its height depends on, in a word; a card known under it keeps its height. */
  readonly state: string
  /** A height to begin with, until its card has been drawn. */
  readonly about: number
}

export interface DrawnCard {
  readonly id: string
  readonly density: Density
}

export interface Drawn {
  readonly cards: readonly DrawnCard[]
  readonly rows: readonly GutterRow[]
  /** How many cards are folded away above the selected one, and the last of them. */
  readonly folded: number
  readonly foldedTo: string | null
}

export interface MarginNeeds {
  readonly claims: ReadonlyMap<string, MarginClaim>
  /** Those the filter leaves a card. */
  readonly shown: ReadonlySet<string>
  readonly selected: string | null
  readonly withCards: boolean
  /** Entries of the gutter that may stand side by side. */
  readonly mostInGutter: number
}

const nothing: Drawn = { cards: [], rows: [], folded: 0, foldedTo: null }

/** From the top of a card to the middle of its first line. */
const firstLine = lineHeight / 2
/** The text has so much room above it. */
const ceiling = -32
/** The line that says how many are folded. */
const fold = 32

export class MarginLayout {
  readonly drawn = new Watched<Drawn>(nothing)
  readonly #origin: HTMLElement
  readonly #frame: HTMLElement
  readonly #reader: PlaceReader
  readonly #watch: TextWatch
  readonly #sizes: ResizeObserver
  readonly #heights = new Map<string, number>()
  readonly #elements = new Map<string, HTMLElement>()
  #needs: MarginNeeds = { claims: new Map(), shown: new Set(), selected: null, withCards: false, mostInGutter: 1 }
  #places: Places = nowhere
  #tops = new Map<string, number>()

  /** `origin` is where the margin begins, `frame` what has to be as high as it is. */
  constructor(text: HTMLElement, origin: HTMLElement, frame: HTMLElement) {
    this.#origin = origin
    this.#frame = frame
    this.#reader = new PlaceReader(text)
    this.#sizes = new ResizeObserver((changes) => this.#resized(changes))
    this.#watch = watchText(
      text,
      () => this.#read(),
      (blocks) => this.#reader.hasMoved(blocks) && this.#read(),
    )
  }

  /** What the desk shows by now; told after each rendering, and cheap when it is the same. */
  tell(needs: MarginNeeds): void {
    this.#needs = needs
    this.#settle()
  }

  /** A card or an entry of the gutter came into the page, or went. */
  readonly hold = (key: string, element: HTMLElement | null): void => {
    const before = this.#elements.get(key)
    if (before !== undefined && before !== element) this.#sizes.unobserve(before)
    if (element === null) {
      this.#elements.delete(key)
      return
    }
    this.#elements.set(key, element)
    if (element.dataset['size'] !== undefined) this.#sizes.observe(element)
    this.#write(key, element)
  }

  destroy(): void {
    this.#watch.stop()
    this.#sizes.disconnect()
    this.#frame.style.minBlockSize = ''
  }

  #read(): void {
    this.#places = this.#reader.read(this.#origin, this.#watch.near)
    this.#settle()
  }

  #resized(changes: readonly ResizeObserverEntry[]): void {
    let isNew = false
    for (const { target, borderBoxSize } of changes) {
      const size = target instanceof HTMLElement ? target.dataset['size'] : undefined
      const height = borderBoxSize[0]?.blockSize ?? 0
      if (size === undefined || height === 0 || this.#heights.get(size) === height) continue
      this.#heights.set(size, height)
      isNew = true
    }
    if (isNew) this.#settle()
  }

  #settle(): void {
    const { claims, shown, selected, withCards, mostInGutter } = this.#needs
    const starts = this.#places.starts.flatMap((place) => {
      const claim = claims.get(place.id)
      return claim === undefined ? [] : [{ ...place, claim, name: claim.name }]
    })
    const tops = new Map<string, number>()
    const rows = gutterRows(
      starts.filter(({ isNear }) => isNear),
      mostInGutter,
    )
    const middles = new Map(starts.map(({ id, middle }) => [id, middle]))
    for (const { id } of rows) tops.set(rowKey(id), (middles.get(id) ?? 0) - firstLine)
    let drawn: Drawn = { ...nothing, rows }
    if (!withCards) this.#frame.style.minBlockSize = ''
    else {
      const cards = starts
        .filter(({ id }) => shown.has(id) || id === selected)
        .map(({ id, middle, claim }): Card => {
          const height = this.#heights.get(sizeKey(claim, id === selected ? 'full' : 'card')) ?? claim.about
          return { id, wanted: middle - firstLine, height }
        })
      drawn = { ...drawn, ...this.#settleCards(cards, selected, tops) }
    }
    this.#tops = tops
    for (const [key, element] of this.#elements) this.#write(key, element)
    if (!same(this.drawn.get(), drawn)) this.drawn.set(drawn)
  }

  #settleCards(cards: readonly Card[], selected: string | null, tops: Map<string, number>): Omit<Drawn, 'rows'> {
    const { from, to } = this.#places
    const dense = densities(cards, selected, ceiling)
    const sized = cards.map((card, at) => (dense[at] === 'line' ? { ...card, height: lineHeight } : card))
    const layout = layoutCards(sized, selected, { ceiling, fold })
    const height = `${Math.max(0, Math.ceil(layout.end))}px`
    if (this.#frame.style.minBlockSize !== height) this.#frame.style.minBlockSize = height
    const shown = sized.flatMap(({ id, height }, at): DrawnCard[] => {
      const top = layout.tops[at] ?? 0
      const isNear = (top + height >= from && top <= to) || id === selected
      if (!isNear || at < layout.folded) return []
      tops.set(cardKey(id), top)
      return [{ id, density: dense[at] ?? 'card' }]
    })
    return { cards: shown, folded: layout.folded, foldedTo: sized[layout.folded - 1]?.id ?? null }
  }

  #write(key: string, element: HTMLElement): void {
    const top = this.#tops.get(key)
    if (top === undefined) return
    // A place, no transform: fifty transforms are fifty layers of painting to put together anew for every key.
    const place = `${Math.round(top)}px`
    if (element.style.insetBlockStart !== place) element.style.insetBlockStart = place
  }
}

export const cardKey = (id: string): string => `card ${id}`
export const rowKey = (id: string): string => `row ${id}`
/** What a card's height is remembered by. */
export const sizeKey = ({ id, state }: Pick<MarginClaim, 'id' | 'state'>, says: Density | 'full'): string =>
  `${id} ${state} ${says}`

const same = (before: Drawn, now: Drawn): boolean =>
  before.folded === now.folded &&
  before.foldedTo === now.foldedTo &&
  before.cards.length === now.cards.length &&
  before.rows.length === now.rows.length &&
  before.cards.every(({ id, density }, at) => now.cards[at]?.id === id && now.cards[at].density === density) &&
  before.rows.every(
    ({ ids, isOne }, at) => now.rows[at]?.isOne === isOne && now.rows[at].ids.join(' ') === ids.join(' '),
  )
