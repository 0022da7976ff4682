/**
 * A morning by chance: three people on one article write, erase, split, join, cut, paste, copy, mark, judge, undo, lose their connection
 * and come back, and the server may be killed in between. However it went, everybody ends with the same text, the claims are exactly the
 * marks, and none that was ever logged is missing or there twice. Rules FZ1, FZ2.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { canJoin } from '@tiptap/pm/transform'
import type { Slice } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { clearOfPairs } from '#document/placement.ts'
import { ratings } from '#domain/rating.ts'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { anArticle } from './article.ts'
import type { TestEditor } from './editor.ts'
import type { Person } from './person.ts'
import { until } from './until.ts'

export interface Newsroom {
  readonly people: readonly Person[]
  /** Ends the server without a chance to do anything, and starts it again at the same address. */
  readonly killServer?: () => Promise<void>
}

const place = fc.nat(600)
const length = fc.integer({ min: 1, max: 40 })
const who = fc.nat(2)
const words = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' })
const rating = fc.constantFrom(...ratings)

const weighed = [
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), who, at: place, words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('erase' as const), who, at: place, length }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('mark' as const), who, at: place, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), who, at: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const), who, which: fc.nat(10) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), who, at: place, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), who, at: place, length }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('paste' as const), who, at: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('judge' as const), who, which: fc.nat(20), rating }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(12) }) },
] as const
const kill = { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) }

export type Step =
  (typeof weighed)[number]['arbitrary'] extends fc.Arbitrary<infer T> ? T | { readonly do: 'kill' } : never

export const steps = ({ kills }: { kills: boolean }): fc.Arbitrary<Step[]> =>
  fc.array<Step>(kills ? fc.oneof(...weighed, kill) : fc.oneof(...weighed), {
    minLength: 20,
    maxLength: 60,
    size: 'max',
  })

const text = `A night at the weir\n\n${'The gate was opened at 4, they say. Nobody rang a bell. '.repeat(5)}\n\nIt was 📁 the oldest.\n`

class Morning {
  readonly #newsroom: Newsroom
  readonly #article: string
  readonly #editors: readonly TestEditor[]
  /** What each holds on their clipboard. */
  readonly #clips = new Map<number, Slice>()
  /** Claims that somebody marked, and those that the server has told of. */
  readonly marked = new Set<string>()
  readonly logged = new Set<string>()

  constructor(newsroom: Newsroom, article: string, editors: readonly TestEditor[]) {
    this.#newsroom = newsroom
    this.#article = article
    this.#editors = editors
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'wait') return pause(step.ms)
    if (step.do === 'kill') return this.#newsroom.killServer?.()
    const [editor, person] = [this.#editors[step.who], this.#newsroom.people[step.who]]
    if (editor === undefined || person === undefined) throw new Error('There are three people.')
    const { text: whole } = editor
    const from = clearOfPairs(whole, Math.min('at' in step ? step.at : 0, whole.length))
    const to = clearOfPairs(whole, Math.min(from + ('length' in step ? step.length : 0), whole.length))
    switch (step.do) {
      case 'type':
        return editor.type(from, step.words)
      case 'erase':
        return whole.length > 60 ? editor.eraseRange(from, to) : undefined
      case 'mark':
        if (whole.slice(from, to).trim() !== '') this.marked.add(editor.markRange(from, to, 'statistic'))
        return
      case 'split':
        return editor.split(from)
      case 'join':
        return join(editor, step.which)
      case 'cut':
      case 'copy':
        return this.#lift(editor, step.who, from, to, step.do === 'cut' && whole.length > 60)
      case 'paste': {
        const clip = this.#clips.get(step.who)
        return clip === undefined || whole.length > 4_000
          ? undefined
          : editor.change((tr, doc) => tr.replaceRange(doc.positionAt(from), doc.positionAt(from), clip))
      }
      case 'undo':
        return editor.undo()
      case 'judge':
        return this.#judge(person, step.which, step.rating)
      case 'drop':
        return editor.offline()
      case 'return':
        return comeBack(editor)
    }
  }

  /** With marks and all: these editors have no guard, as a program or an old page may have none. */
  #lift(editor: TestEditor, who: number, from: number, to: number, takesAway: boolean): void {
    editor.change((tr, doc) => {
      this.#clips.set(who, tr.doc.slice(doc.positionAt(from), doc.positionAt(to)))
      if (takesAway) tr.delete(doc.positionAt(from), doc.positionAt(to))
    })
  }

  async #judge(person: Person, which: number, rating: string): Promise<void> {
    const claims = await person.claims(this.#article).catch(ifKilled<ClaimView[]>(this.#newsroom, []))
    for (const { id } of claims) this.logged.add(id)
    const claim = claims[which % Math.max(1, claims.length)]
    if (claim === undefined) return
    const seen = { wordsSeen: claim.words, verdictSeen: claim.verdict?.seq ?? null }
    const body = { ...seen, rating, why: 'Asked twice.' }
    const reply = await person
      .api('POST', `articles/${this.#article}/claims/${claim.id}/verdicts`, body)
      .catch(ifKilled(this.#newsroom, null))
    if (reply !== null && ![201, 409].includes(reply.status))
      throw new Error(`A verdict was answered ${reply.status} ${JSON.stringify(reply.body)}`)
  }
}

/** A request may fail where the server is killed, and nowhere else. */
const ifKilled =
  <T>({ killServer }: Newsroom, otherwise: T) =>
  (problem: unknown): T => {
    if (killServer === undefined) throw problem
    return otherwise
  }

/** Backspace at a block's start. */
function join(editor: TestEditor, which: number): void {
  editor.change((tr) => {
    const ends: number[] = []
    tr.doc.forEach((block, offset) => ends.push(offset + block.nodeSize))
    const at = ends[which % Math.max(1, ends.length - 1)]
    if (at !== undefined && canJoin(tr.doc, at)) tr.join(at)
  })
}

/** As a page does: after a lost connection, and when the server asks to come back in a moment. */
async function comeBack(editor: TestEditor): Promise<void> {
  const code = editor.connection?.ended?.code
  if (editor.connection === null || (code !== undefined && code < 4000)) await editor.connect()
}

export async function aMorning(newsroom: Newsroom, taken: readonly Step[]): Promise<void> {
  const [noor] = newsroom.people
  if (noor === undefined) throw new Error('Nobody is there.')
  const { id: article } = await anArticle(noor, { text })
  const editors = await Promise.all(newsroom.people.map((person) => person.open(article)))
  const morning = new Morning(newsroom, article, editors)
  for (const step of taken) await morning.take(step)
  await expectOneTruth(newsroom, article, editors, morning)
  for (const one of editors) one.close()
}

/** FZ1. Enough for a machine that does other things as well. */
const settleMs = 20_000

async function expectOneTruth(
  { people }: Newsroom,
  article: string,
  editors: readonly TestEditor[],
  { marked, logged }: Morning,
): Promise<void> {
  const [noor] = people as [Person]
  await until(
    'everyone is back and everything is on disk',
    async () => {
      for (const editor of editors) await comeBack(editor)
      return editors.every(({ isSaved }) => isSaved)
    },
    settleMs,
  )
  await until('everyone has the same text', () => new Set(editors.map((editor) => editor.text)).size === 1, settleMs)
  const [editor] = editors as [TestEditor]
  expect(await noor.done('GET', `articles/${article}/text`)).toMatchObject({ text: editor.text })

  // Not the words alone: their marks, and what has been erased. The server's copy is what a newcomer gets.
  const newcomer = await noor.open(article)
  const same = ({ doc }: TestEditor) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(newcomer.doc))
  // The server may put a mark back once the typing is quiet, which does not come to all at the same instant.
  await until('a newcomer has the text of those who were there', () => editors.every(same), settleMs)
  newcomer.close()

  const inText = new Map([...editor.claims].filter(([, words]) => words.trim() !== ''))
  let claims: ClaimView[] = []
  const differences = async () => {
    claims = await noor.claims(article)
    const standing = new Map(claims.filter(({ place: at }) => at !== 'detached').map((claim) => [claim.id, claim]))
    const otherWords = [...standing.values()].filter(
      (one) => one.doubled === 0 && editor.claims.get(one.id) !== one.words,
    )
    const notLogged = [...inText].filter(([id]) => !standing.has(id))
    return { otherWords: otherWords.map(({ id, words }) => [id, words, editor.claims.get(id)]), notLogged }
  }
  await until(
    'the claims are the marks',
    async () => {
      const { otherWords, notLogged } = await differences()
      return otherWords.length + notLogged.length === 0
    },
    settleMs,
  ).catch(() => undefined)
  expect(await differences()).toEqual({ otherWords: [], notLogged: [] })
  // None that nobody made, none twice, numbered as they came; what is not in the text any more is detached, not gone.
  expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1))
  expect(claims.filter(({ id }) => !marked.has(id))).toEqual([])
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>(
    'GET',
    `articles/${article}/history?type=claim-marked`,
  )
  const told = entries.map(({ claim }) => claim?.id)
  expect(told.toSorted()).toEqual(claims.map(({ id }) => id).toSorted())
  expect(
    [...logged].filter((id) => !told.includes(id)),
    'a claim that was logged is missing',
  ).toEqual([])
}
