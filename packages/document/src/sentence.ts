/**
 * The sentences of an article: what coverage counts, and what a tick is bound to. A title, a heading and a deck are sentences too; a line
 * end always ends one, so a line is cut without looking at its neighbours. Where Intl.Segmenter ends a sentence too early (titles,
 * initials, ordinals, a quotation that goes on) the pieces are joined again. Rules SN1–SN4.
 */
import type { TextRange } from './text.ts'

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}

/** SN1. In order; without the space around them, and without pieces that hold neither letter nor figure. */
export function sentencesIn(text: string, language: string): TextRange[] {
  const sentences: TextRange[] = []
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    cutLine(sentences, text, { from, to }, language)
    from = to + 1
  }
  return sentences
}

function cutLine(sentences: TextRange[], text: string, line: TextRange, language: string): void {
  let open: TextRange | null = null
  for (const piece of piecesOf(text, line, language)) {
    if (
      open !== null &&
      goesOn(text.slice(Math.max(open.from, open.to - tailLength), open.to), text.slice(piece.from, piece.to), language)
    ) {
      open = { from: open.from, to: piece.to }
      continue
    }
    if (open !== null) keep(sentences, text, open)
    open = piece
  }
  if (open !== null) keep(sentences, text, open)
}

/** Of what stands before: enough for any abbreviation. */
const tailLength = 60
const window = 2_000

/**
 * The segmenter takes time for each piece that grows with the whole text it was given, so it is given a window at a time, which begins
 * where a piece does. The last piece of a window may go on after it and is cut again with the next one. One that is longer than a window
 * gets a wider one, for itself alone: the pieces after it would each take as long as all of that.
 */
function* piecesOf(text: string, { from, to }: TextRange, language: string): Generator<TextRange> {
  const segmenter = segmenterOf(language)
  let start = from
  let length = window
  while (start < to) {
    const end = Math.min(to, start + length)
    let last: TextRange | null = null
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      const next = { from: start + index, to: start + index + segment.length }
      if (last !== null) yield last
      const isAlone = last !== null && length > window
      last = next
      if (isAlone) break
    }
    if (last === null) return
    if (last.from === start && end < to) {
      length *= 2
      continue
    }
    if (end === to && last.to === to) {
      yield last
      return
    }
    length = window
    start = last.from
  }
}

function keep(sentences: TextRange[], text: string, { from, to }: TextRange): void {
  const words = text.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(words)) return
  const start = from + words.length - words.trimStart().length
  sentences.push({ from: start, to: start + words.trim().length })
}

/** Never followed by the end of a sentence: what they stand before belongs to them. */
const titles: Readonly<Record<string, RegExp>> = {
  en: /(?:^|[\s(“"‘'])(?:mr|mrs|ms|mx|dr|prof|gen|sen|rep|gov|sgt|lt|col|capt|cmdr|maj|brig|adm|rev|hon|st|messrs|supt|insp|vs|v|approx|est|dept)\.$/iu,
  de: /(?:^|[\s(„"])(?:hr|fr|dr|prof|dipl|ing|st|bzw|ca|evtl|ggf|inkl|sog|vgl|zzgl)\.$/iu,
  fr: /(?:^|[\s(«"])(?:mm|mme|mlle|dr|pr|me|st|ste|env)\.$/iu,
  es: /(?:^|[\s(«"¿¡])(?:sr|sra|srta|dr|dra|ud|uds|lic|ing|gral|núm|avda)\.$/iu,
  it: /(?:^|[\s(«"])(?:sig|sigg|dott|prof|avv|ing|on|gen)\.$/iu,
  pt: /(?:^|[\s(«"])(?:sr|sra|dr|dra|prof|eng|gen)\.$/iu,
  nl: /(?:^|[\s(“"])(?:dhr|mevr|mw|dr|prof|mr|ing|ir|ca|bijv|nl)\.$/iu,
}
/** End a sentence unless a figure follows: “No. 5”, “Jan. 3”, but “He said no. Then he left.” */
const beforeFigure =
  /(?:^|[\s(])(?:no|nos|nr|núm|vol|fig|pp?|art|sec|ch|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu
/** May end a sentence or not: only a word that usually begins one tells. */
const mayEnd =
  /(?:^|[\s(“"‘'.\p{Lu}&])(?:\p{Lu}|[\p{L}]\.\p{L}|[Ii]nc|[Ll]td|[Cc]o|[Cc]orp|[Jj]r|[Ss]r|etc|[Bb]ros)\.$/u
const beginners =
  /^[“"‘'(]*(?:The|A|An|He|She|It|They|We|I|You|In|On|At|But|And|Or|This|That|These|Those|There|Here|His|Her|Their|Its|Our|My|When|While|After|Before|As|For|If|So|Not|What|Who|How|Why|Where|By|From|With|One|Some|Many|Most|No|Nobody|Nothing)\b/u
/** Write “the 3rd of” as “3.”. */
const withOrdinals = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'sk',
  'hr',
  'sl',
  'sr',
  'hu',
  'et',
  'lv',
  'is',
  'tr',
])

/** SN2–SN4. Whether what the segmenter took for a new sentence is the rest of the one before. */
function goesOn(before: string, after: string, language: string): boolean {
  if (/[\n\r\u2028\u2029]\s*$/u.test(before)) return false
  const said = before.trimEnd()
  const next = after.trimStart()
  // “Stop!” he said.
  if (/^\p{Ll}/u.test(next)) return true
  if (said.endsWith('۔')) return isInsideUrduWord(before, next)
  if (!said.endsWith('.')) return false
  const code = language.toLowerCase().split('-')[0] ?? ''
  const tail = said.slice(-40)
  if (titles[code]?.test(tail) === true) return true
  if (beforeFigure.test(tail) && /^[#\p{Nd}]/u.test(next)) return true
  if (withOrdinals.has(code) && /(?:^|[\s(–-])\p{Nd}{1,2}\.$/u.test(tail)) return true
  return mayEnd.test(tail) && !beginners.test(next) && /^\p{L}/u.test(next)
}

/** “ایم۔کیو۔ایم” and “3۔5”: the mark stands inside, without a space after it. */
function isInsideUrduWord(before: string, next: string): boolean {
  if (before !== before.trimEnd()) return false
  if (/\p{Nd}۔$/u.test(before) && /^\p{Nd}/u.test(next)) return true
  const [, letters = ''] = /(?:^|[\s۔])([\p{L}\p{M}]+)۔$/u.exec(before) ?? []
  const [, following = ''] = /^([\p{L}\p{M}]+)/u.exec(next) ?? []
  return [letters, following].every(({ length }) => length > 0 && length <= 3)
}
