/**
 * A newsroom at work, by chance with a seed: several people write, mark and decide on several articles at once. Requests may be
 * refused, as they are on any morning; what must not happen is an answer that nobody expects.
 */
import { clearOfPairs } from '#document/placement.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import type { ClaimView } from '#protocol/view.ts'
import { anArticle } from './article.ts'
import { type Chance, chance } from './chance.ts'
import type { TestEditor } from './editor.ts'
import type { Person } from './person.ts'

export interface Morning {
  readonly articles: readonly string[]
  readonly editors: readonly TestEditor[]
}

export async function aBusyMorning(
  people: readonly Person[],
  { articles: count, steps, seed }: { articles: number; steps: number; seed: number },
): Promise<Morning> {
  const [first] = people
  if (first === undefined) throw new Error('A morning needs people.')
  const articles: string[] = []
  for (let n = 0; n < count; n += 1) articles.push((await anArticle(first)).id)
  const editors: TestEditor[] = []
  const atWork = people.flatMap((person, index) =>
    articles.map(async (article, nth) => {
      const editor = await person.open(article)
      editors.push(editor)
      const random = chance(seed * 1_000 + index * 100 + nth)
      for (let step = 0; step < steps; step += 1) {
        if (random.next() < 0.6) write(editor, random)
        else await decide(person, article, random)
      }
      await editor.whenSaved()
    }),
  )
  await Promise.all(atWork)
  return { articles, editors }
}

/** One change to the text: mostly words, now and then a mark, a new paragraph, an undo. */
export function write(editor: TestEditor, random: Chance): void {
  const { text } = editor
  const from = clearOfPairs(text, random.below(Math.max(1, text.length - 30)))
  const to = clearOfPairs(text, Math.min(text.length, from + 1 + random.below(25)))
  const what = random.next()
  if (what < 0.5 || text.length < 300) editor.type(from, random.pick(['a', 'word ', '’', ' — ', 'é', '14 ', 'ل']))
  else if (what < 0.65) editor.eraseRange(from, to)
  else if (what < 0.7) editor.split(from)
  else if (what < 0.75) editor.undo()
  else if (/\w/.test(text.slice(from, to))) editor.markRange(from, to, random.pick(claimKinds))
}

const expectedStatus = new Set([200, 201, 404, 403, 409, 422])

/** One decision on one claim, or the mark of a new one by quotation. */
export async function decide(person: Person, article: string, random: Chance): Promise<void> {
  const claims = await person.claims(article)
  const claim = claims.length === 0 ? null : random.pick(claims)
  const [method, path, body] = claim === null ? quotation() : random.pick(choices(claim, random))
  const { status, body: answer } = await person.api(method, `articles/${article}/claims${path}`, body)
  if (!expectedStatus.has(status)) throw new Error(`${method} ${path} was answered ${status} ${JSON.stringify(answer)}`)
}

type Command = readonly [method: string, path: string, body?: unknown]

const quotation = (): Command => ['POST', '', { exact: 'the hospital counted 17', kind: 'casualty' }]

function choices(claim: ClaimView, random: Chance): readonly Command[] {
  const at = `/${claim.id}`
  const seen = { wordsSeen: claim.words, verdictSeen: claim.verdict?.seq ?? null }
  const verdict = { ...seen, rating: random.pick(ratings), why: random.pick(['', 'Two sources.']) }
  const link = { source: { kind: 'press', title: `Paper ${random.below(9)}` }, stance: 'supports', locator: 'p. 3' }
  const [evidence] = claim.evidence
  return [
    ['POST', `${at}/verdicts`, verdict],
    ['POST', `${at}/verdicts`, { ...verdict, verdictSeen: null }],
    ['POST', `${at}/sign-offs`, seen],
    ['POST', `${at}/sign-offs`, seen],
    ['POST', `${at}/still-holds`, seen],
    ['POST', `${at}/evidence`, link],
    ['PATCH', at, { kind: random.pick(claimKinds) }],
    ['PATCH', at, { assignee: random.pick([claim.markedBy, null]) }],
    ['POST', `${at}/withdrawal`, { why: 'Not a claim.' }],
    evidence === undefined ? quotation() : ['DELETE', `${at}/evidence/${evidence.id}`],
  ]
}
