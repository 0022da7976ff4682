/**
 * The deck: the standfirst between title and story. It is recognised by what follows it (the title again, the date, the writer), by
 * what the page calls it, or by its form: no full stop, and clearly shorter than the story's paragraphs. When unsure there is
 * none, and the line is an ordinary paragraph. Rule IM7.
 */
import { type Block, blockText } from './block.ts'
import { countWords, endsAsSentence, isByline, type Row } from './row.ts'
import { isHead } from './title.ts'

const longestDeck = 400
const mostSentences = 3
/** Fewer words than these are a heading: "Executive summary". */
const fewestWords = { withSign: 4, without: 8 }

export interface DeckSigns {
  /** What stands right behind the candidate is the title once more, or the date line. */
  readonly titleOrDateFollows: boolean
  /** The block with the title in it: its other lines may be the deck. */
  readonly titleBlock: number
}

/** Whether `row`, the first one behind the title, is the deck; `next` is the row of the story that follows it. */
export function isDeck(row: Row, next: Row | undefined, blocks: readonly Block[], signs: DeckSigns): boolean {
  const block = blocks[row.block]
  if (block === undefined || next === undefined || isByline(row.text) || row.text.length > longestDeck) return false
  const standsAlone = block.lines.length === 1 || (row.block === signs.titleBlock && isHead(block))
  if (!standsAlone || sentences(row.text) > mostSentences) return false
  const usual = usualLength(blocks, row.block)
  const hasSign = block.deck || signs.titleOrDateFollows || isByline(next.text)
  if (hasSign) return countWords(row.text) >= fewestWords.withSign && (usual === null || row.text.length < 2 * usual)
  const nextIsStory = endsAsSentence(next.text) && next.text.length > row.text.length && next.level === null
  return (
    nextIsStory &&
    !endsAsSentence(row.text) &&
    !/[:：،,;；]\s*$/u.test(row.text) &&
    countWords(row.text) >= fewestWords.without &&
    usual !== null &&
    row.text.length <= 0.75 * usual
  )
}

const sentences = (text: string) => text.match(/[.!?…。！？।۔؟]+["'”’»)\]]*(?=\s|$)/gu)?.length ?? 0

const paragraphsToMeasure = 200

/** The middle length of the story's paragraphs; null when there are none. */
function usualLength(blocks: readonly Block[], deck: number): number | null {
  const lengths = blocks
    .slice(0, paragraphsToMeasure)
    .filter((block, index) => index !== deck && block.within.length === 0 && block.level === null)
    .map(blockText)
    .filter(endsAsSentence)
    .map((text) => text.length)
    .toSorted((a, b) => a - b)
  return lengths[lengths.length >> 1] ?? null
}
