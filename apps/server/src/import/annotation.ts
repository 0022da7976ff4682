/**
 * Reads what other programs send as Web Annotations: one, an array, a page, or a collection with its pages inside. Lenient in form,
 * since programs differ; whatever cannot be read is one item with its own reason, and the rest goes on. Nothing is fetched. Rule WA6.
 */
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import type { Quotation } from '#document/quotation.ts'
import type { AnnotationDoubt } from '#protocol/annotation.ts'

export interface ReadAnnotation {
  readonly id: string | null
  /** From a tag that is one of ours. */
  readonly kind: ClaimKind | null
  /** One for each piece of the claim; or why there is none. */
  readonly pieces: readonly Quotation[] | AnnotationDoubt
}

export interface ReadAnnotations {
  readonly items: readonly ReadAnnotation[]
  readonly next: string | null
}

/** In UTF-16 code units: a claim is a sentence or two, not a chapter. */
const mostWords = 20_000
/** The nearest surroundings are enough to tell equal places apart. */
const mostContext = 500

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value]
const stringIn = (thing: Thing, key: string): string | null => {
  const value = thing[key]
  return typeof value === 'string' ? value : null
}

/** Whether it is of this type, also as a list of types, with a prefix, or under the key of JSON-LD itself. */
const isA = (thing: Thing, type: string): boolean =>
  listOf(thing['type'] ?? thing['@type']).some((one) => typeof one === 'string' && one.replace(/^.*[:#/]/, '') === type)

/** A claim over the end of a paragraph is two; few reach over more. */
const mostPieces = 2

/** Null when this is nothing that could hold annotations, or holds more than `most`. */
export function readAnnotations(sent: unknown, most: number): ReadAnnotations | 'not-understood' | 'too-many' {
  const found: unknown[] = []
  let next: string | null = null
  if (Array.isArray(sent)) for (const one of sent as unknown[]) found.push(one)
  else if (!isThing(sent)) return 'not-understood'
  else if (isA(sent, 'AnnotationCollection') || isA(sent, 'AnnotationPage')) {
    let page: unknown = isA(sent, 'AnnotationPage') ? sent : sent['first']
    for (; isThing(page) && found.length <= most; page = page['next'])
      for (const one of listOf(page['items'])) found.push(one)
    next = typeof page === 'string' ? page : null
  } else found.push(sent)
  if (found.length > most) return 'too-many'
  const items = found.map(readOne)
  // Each piece is looked for by itself.
  const pieces = items.reduce((sum, item) => sum + (Array.isArray(item.pieces) ? item.pieces.length : 0), 0)
  return pieces > most * mostPieces ? 'too-many' : { items, next }
}

function readOne(sent: unknown): ReadAnnotation {
  if (!isThing(sent)) return { id: null, kind: null, pieces: 'not-an-annotation' }
  const id = stringIn(sent, 'id') ?? stringIn(sent, '@id')
  if (!isA(sent, 'Annotation')) return { id, kind: null, pieces: 'not-an-annotation' }
  return { id, kind: kindIn(sent), pieces: piecesIn(sent) }
}

function kindIn(sent: Thing): ClaimKind | null {
  const tags = listOf(sent['body']).flatMap((body) => {
    if (!isThing(body) || (body['purpose'] ?? sent['motivation']) !== 'tagging') return []
    return [(stringIn(body, 'value') ?? '').trim().toLowerCase()]
  })
  return claimKinds.find((kind) => tags.includes(kind)) ?? null
}

function piecesIn(sent: Thing): ReadAnnotation['pieces'] {
  const pieces: Quotation[] = []
  for (const target of listOf(sent['target'])) {
    const selectors = isThing(target) ? selectorsIn(target['selector']) : []
    const piece = quotationIn(selectors)
    if (typeof piece === 'string') return piece
    pieces.push(piece)
  }
  return pieces.length === 0 ? 'no-selector' : pieces
}

/** Selectors of one target are different ways to say the same; one may be refined by another, or be one of a choice. */
function selectorsIn(value: unknown, depth = 0): Thing[] {
  if (depth > 3) return []
  return listOf(value).flatMap((one) => {
    if (!isThing(one)) return []
    return [...selectorsIn(one['refinedBy'], depth + 1), ...selectorsIn(one['items'], depth + 1), one]
  })
}

function quotationIn(selectors: readonly Thing[]): Quotation | AnnotationDoubt {
  const quoted = selectors.find((one) => isA(one, 'TextQuoteSelector') && typeof one['exact'] === 'string')
  const placed = selectors.find((one) => isA(one, 'TextPositionSelector'))
  const position = placed === undefined ? null : positionIn(placed)
  if (quoted === undefined) return position === null ? 'no-selector' : { quote: null, position }
  const exact = lines(stringIn(quoted, 'exact') ?? '')
  if (exact.trim() === '') return 'no-words'
  if (exact.length > mostWords) return 'too-long'
  const prefix = lines(stringIn(quoted, 'prefix') ?? '').slice(-mostContext)
  const suffix = lines(stringIn(quoted, 'suffix') ?? '').slice(0, mostContext)
  return {
    quote: { exact, ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) },
    position,
  }
}

function positionIn(selector: Thing): Quotation['position'] {
  const [start, end] = [selector['start'], selector['end']]
  const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)
  return isCount(start) && isCount(end) && start >= 0 && end > start ? { start, end } : null
}

/** Lines end as they do in an article; otherwise characters are as they came. */
const lines = (text: string): string => text.replace(/\r\n?/g, '\n')
