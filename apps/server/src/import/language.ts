/**
 * Language and direction of a text: the script first, then letters that only one language of the script uses, then very common
 * words. A guess, shown to people and changed by them; `en` for Latin script when nothing says otherwise. Rule IM8.
 */

/** Scripts written from the right. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+/gu
const letters = /\p{L}+/gu

const lengthOf = (text: string, runs: RegExp): number => {
  let length = 0
  for (const run of text.matchAll(runs)) length += run[0].length
  return length
}

/** By the majority of letters: digits and marks have no direction of their own. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const rtl = [...text.matchAll(rightToLeft)].reduce((sum, run) => sum + lengthOf(run[0], letters), 0)
  return 2 * rtl > lengthOf(text, letters) ? 'rtl' : 'ltr'
}

interface Script {
  readonly runs: RegExp
  /** About how many letters make a word, so that scripts are compared fairly. */
  readonly lettersPerWord: number
  /** ISO 15924. */
  readonly code: string
  readonly fallback: string
}

const script = (name: string, code: string, fallback: string, lettersPerWord = 5): Script => ({
  runs: new RegExp(`\\p{Script=${name}}+`, 'gu'),
  lettersPerWord,
  code,
  fallback,
})

const scripts: readonly Script[] = [
  script('Latin', 'Latn', 'en'),
  script('Arabic', 'Arab', 'ar'),
  script('Devanagari', 'Deva', 'hi'),
  script('Han', 'Hans', 'zh', 1.6),
  script('Hiragana', 'Jpan', 'ja', 1.6),
  script('Hangul', 'Kore', 'ko', 2.5),
  script('Cyrillic', 'Cyrl', 'ru'),
  script('Greek', 'Grek', 'el'),
  script('Hebrew', 'Hebr', 'he'),
  script('Bengali', 'Beng', 'bn'),
  script('Gurmukhi', 'Guru', 'pa'),
  script('Gujarati', 'Gujr', 'gu'),
  script('Tamil', 'Taml', 'ta'),
  script('Telugu', 'Telu', 'te'),
  script('Thai', 'Thai', 'th'),
  script('Georgian', 'Geor', 'ka'),
  script('Armenian', 'Armn', 'hy'),
  script('Ethiopic', 'Ethi', 'am'),
]

/** Words that a text of any length cannot do without. */
const commonWords: Record<string, Record<string, string>> = {
  Latn: {
    en: 'the of and to in that is was for with he it as his on by from they have were',
    es: 'el los las una por que del se con para su al lo como más pero sus y',
    fr: 'le les des une est dans que qui pour pas sur au du et avec sont il ce à',
    de: 'der die das und den von ist des im dem mit nicht ein eine auf für sich auch',
    pt: 'os uma não com para do da dos das em no na ao mais foi são e que',
    it: 'il gli una che di per non con del della sono è anche nel alla dei',
    nl: 'het een van en de dat niet op zijn voor met aan ook bij wordt',
    tr: 've bir bu için ile da de olarak olan çok daha ama gibi',
    id: 'yang dan di dari untuk dengan ini itu pada tidak dalam akan',
  },
  Arab: {
    ur: 'ہے ہیں کے کی کا میں سے اور نے کو پر یہ تھا',
    fa: 'است که را از این با برای شد آن می های',
    ar: 'في من على إلى أن التي الذي عن مع هذا كان',
    ps: 'په چې د او کې دی له سره ته',
  },
  Deva: { hi: 'है हैं के की का में से और ने को यह था', mr: 'आहे आणि या होते तर आहेत', ne: 'छ र हो पनि छन् गरेको' },
  Cyrl: { ru: 'и в не на что он с как это по', uk: 'і в не на що він з як це та є', bg: 'и на не да се е от за че' },
}

/** Letters of one language only; each says more than a common word. */
const ownLetters: Record<string, Record<string, RegExp>> = {
  Arab: { ur: /[ٹڈڑںےہھ]/gu, fa: /[ژ]|می‌/gu, ar: /[ةىيكأإ]/gu, ps: /[ځڅډړښږېۍ]/gu },
  Cyrl: { uk: /[їєґ]/giu, ru: /[ыэё]/giu },
}

/** Enough to tell, however long the article is. */
const sampleLength = 40_000

/** BCP 47. `declared` (what a page says of itself) decides where the words do not, if it is written in the same script. */
export function languageOf(text: string, declared: string | null): string {
  const sample = text.slice(0, sampleLength)
  const weights = scripts.map((each) => lengthOf(sample, each.runs) / each.lettersPerWord)
  const heaviest = Math.max(...weights)
  const main = heaviest > 0 ? scripts[weights.indexOf(heaviest)] : undefined
  const said = declared === null ? null : localeOf(declared)
  if (main === undefined) return said?.language ?? 'und'
  // Japanese mixes its syllables with Chinese characters; a few of them settle it.
  if (main.code === 'Hans' && lengthOf(sample, /\p{Script=Hiragana}+/gu) * 20 > lengthOf(sample, main.runs)) return 'ja'
  const guess = byWords(sample, main.code)
  if (guess !== null) return guess
  return said !== null && sameScript(said.script, main.code) ? said.language : main.fallback
}

const sameScript = (a: string | undefined, b: string) => a === b || (b === 'Hans' && (a === 'Hant' || a === 'Jpan'))

function localeOf(tag: string): { language: string; script: string | undefined } | null {
  try {
    const { language, script } = new Intl.Locale(tag.trim()).maximize()
    return { language, script }
  } catch {
    return null // whatever a page writes there
  }
}

/** The language whose letters and words are met most; null when too few are met, or two are as likely. */
function byWords(sample: string, code: string): string | null {
  const words = commonWords[code]
  if (words === undefined) return null
  const met = new Map<string, number>()
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}\p{M}\u200c]+/gu)) met.set(word, (met.get(word) ?? 0) + 1)
  const scores = Object.entries(words).map(([language, list]) => {
    const common = list.split(' ').reduce((sum, word) => sum + (met.get(word) ?? 0), 0)
    const own = ownLetters[code]?.[language]
    return { language, score: common + (own === undefined ? 0 : lengthOf(sample, own)) }
  })
  const [best, second] = scores.toSorted((a, b) => b.score - a.score)
  const total = [...met.values()].reduce((sum, count) => sum + count, 0)
  if (best === undefined || best.score < Math.max(2, total * 0.04) || best.score === second?.score) return null
  return best.language
}
