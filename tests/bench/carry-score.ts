/**
 * How well claims are carried, judged against revisions of which the right answer is known. The data is a folder with pairs.jsonl and
 * anchors.jsonl; its answers are used here and nowhere else. Every rate comes with the counts it is made of.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Anchor, type Carried, placeIn } from '#document/carry/carried.ts'
import { carry } from '#document/carry/carry.ts'

interface PairLine {
  pair: string
  text_a: string
  text_b: string
}

interface AnchorLine extends Anchor {
  pair: string
  cls: string
  gold_start: number | null
  gold_end: number | null
}

/** One anchor with what was answered. */
export interface Judged {
  readonly anchor: AnchorLine
  readonly answer: Carried
  /** Characters in common with the right place, as a share of all that either covers; null when either says gone. */
  readonly overlap: number | null
  readonly exact: boolean
  /** Whether it stands on words of a claim it had none in common with before. */
  readonly doubled: boolean
}

/** `dev` was looked at when the thresholds were chosen; `check` is the half to be judged by. A pair is in one of the two. */
export const halfOf = (pair: string): 'dev' | 'check' =>
  (createHash('sha1').update(pair).digest().at(-1) ?? 0) % 2 === 0 ? 'dev' : 'check'

/** Null when the folder does not hold the data. */
export function judge(folder: string): Judged[] | null {
  const [pairsFile, anchorsFile] = [path.join(folder, 'pairs.jsonl'), path.join(folder, 'anchors.jsonl')]
  if (!existsSync(pairsFile) || !existsSync(anchorsFile)) return null
  const anchors = grouped(linesOf<AnchorLine>(anchorsFile), ({ pair }) => pair)
  return linesOf<PairLine>(pairsFile).flatMap(({ pair, text_a, text_b }) => {
    const asked = anchors.get(pair) ?? []
    const answers = carry(text_a, text_b, asked)
    if (answers.length !== asked.length) throw new Error(`${asked.length} asked, ${answers.length} answered`)
    return asked.flatMap((anchor, at) => {
      const answer = answers[at]
      return answer === undefined ? [] : [judged(anchor, answer, isDoubled(asked, answers, at))]
    })
  })
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

function judged(anchor: AnchorLine, answer: Carried, doubled: boolean): Judged {
  const place = placeIn(answer)
  const { gold_start: start, gold_end: end } = anchor
  if (place === null || start === null || end === null) {
    return { anchor, answer, overlap: null, exact: place === null && start === null, doubled }
  }
  const common = Math.max(0, Math.min(place.end, end) - Math.max(place.start, start))
  const both = place.end - place.start + (end - start) - common
  return { anchor, answer, overlap: common / both, exact: place.start === start && place.end === end, doubled }
}

function isDoubled(anchors: readonly Anchor[], answers: readonly Carried[], at: number): boolean {
  const [anchor, answer] = [anchors[at], answers[at]]
  const place = answer === undefined ? null : placeIn(answer)
  return answers.some((other, index) => {
    const [rival, second] = [anchors[index], placeIn(other)]
    if (index === at || anchor === undefined || rival === undefined || place === null || second === null) return false
    const wereApart = anchor.end <= rival.start || rival.end <= anchor.start
    return wereApart && place.start < second.end && second.start < place.end
  })
}

const isEdited = ({ anchor }: Judged) => anchor.cls.startsWith('edited')
const isGone = ({ anchor }: Judged) => anchor.gold_start === null
const isUnsure = ({ answer }: Judged) => answer.kind === 'unsure'
const isFound = ({ overlap }: Judged) => overlap !== null && overlap >= 0.5
const isFlagged = ({ answer }: Judged) => placeIn(answer)?.changed === true

/** The figures to reach and what was, each as “count of all = share”. What a person is asked counts by the guess shown to them. */
export function figures(all: readonly Judged[]): { name: string; reached: string; goal: string }[] {
  const standing = all.filter((one) => !isGone(one))
  const share = (of: readonly Judged[], good: (one: Judged) => boolean) => {
    const count = of.filter(good).length
    return `${count} of ${of.length} = ${of.length === 0 ? '–' : (count / of.length).toFixed(4)}`
  }
  const classes = (prefix: string) => all.filter(({ anchor }) => anchor.cls.startsWith(prefix))
  const rows: [string, string, string][] = [
    ['overlap ≥ 0.5 with the true place', share(standing, isFound), '≥ 0.97'],
    ['the same, asked ones counted as not found', share(standing, (one) => isFound(one) && !isUnsure(one)), ''],
    [
      'exact, classes other than edited*',
      share(
        standing.filter((one) => !isEdited(one)),
        ({ exact }) => exact,
      ),
      '≥ 0.97',
    ],
    ['wrong place', share(standing, ({ overlap }) => overlap === 0), '≤ 0.002'],
    ['truly gone and said so', share(all.filter(isGone), ({ answer }) => answer.kind === 'gone'), '≥ 0.99'],
    ['moved text found', share(classes('moved'), isFound), '≥ 0.95'],
    [
      'replaced value carried and flagged',
      share(classes('value_changed'), (one) => isFound(one) && isFlagged(one)),
      '≥ 0.90',
    ],
    [
      'unchanged words called changed',
      share(
        standing.filter((one) => !isEdited(one) && one.anchor.cls !== 'value_changed'),
        isFlagged,
      ),
      '',
    ],
    ['asked of a person', share(all, isUnsure), '≤ 0.03'],
    ['doubled', share(all, ({ doubled }) => doubled), '0'],
  ]
  return rows.map(([name, reached, goal]) => ({ name, reached, goal }))
}

/** Counts by class of what was edited. */
export function byClass(all: readonly Judged[]): Record<string, Record<string, number>> {
  const count = (of: readonly Judged[], good: (one: Judged) => boolean) => of.filter(good).length
  return Object.fromEntries(
    [...grouped(all, ({ anchor }) => anchor.cls)].map(([cls, of]) => [
      cls,
      {
        anchors: of.length,
        exact: count(of, ({ exact }) => exact),
        'overlap ≥ 0.5': count(of, isFound),
        'wrong place': count(of, ({ overlap }) => overlap === 0),
        'said gone': count(of, ({ answer }) => answer.kind === 'gone'),
        asked: count(of, isUnsure),
        flagged: count(of, isFlagged),
      },
    ]),
  )
}
