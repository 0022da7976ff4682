import { articleSchema } from '#document/schema.ts'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimRow, tickRow } from './coverage-for-test.ts'
import { coverageNow, nextUntouched } from './coverage-now.ts'
import { placeOf, SentenceIndex } from './sentence-index.ts'
import { listed } from './sentence-rows.ts'
import { stripSegments } from './strip-segments.ts'

const claim = (id: string) => articleSchema.mark('claim', { id, kind: 'other' })
const paragraph = (...pieces: (string | [string, string])[]) =>
  articleSchema.node(
    'paragraph',
    null,
    pieces.map((piece) =>
      typeof piece === 'string' ? articleSchema.text(piece) : articleSchema.text(piece[1], [claim(piece[0])]),
    ),
  )
const article = (...blocks: ReturnType<typeof paragraph>[]) => articleSchema.node('doc', null, blocks)

const doc = article(
  paragraph('It was grey. ', ['a', 'At least 41'], ' died. He waited.'),
  paragraph('Officials deny it. Marisol sank in 1991.'),
)
const words = (sentences: readonly { words: string }[]) => sentences.map((one) => one.words)

describe('the sentences on screen', () => {
  test('NC30 they are those of the text, each with its claims, and are found in it again', () => {
    const { sentences } = new SentenceIndex('en').read(doc)
    expect(words(sentences)).toEqual([
      'It was grey.',
      'At least 41 died.',
      'He waited.',
      'Officials deny it.',
      'Marisol sank in 1991.',
    ])
    expect(sentences.map(({ claims }) => claims)).toEqual([[], ['a'], [], [], []])
    for (const sentence of sentences) {
      const place = placeOf(doc, sentence)
      expect(place && doc.textBetween(place.from, place.to)).toBe(sentence.words)
    }
  })

  test('NC30 a key cuts one block again, and the sentences of all others stay the same', () => {
    const index = new SentenceIndex('en')
    const before = index.read(doc).sentences
    const state = EditorState.create({ doc })
    const after = index.read(state.apply(state.tr.insertText('X', 1)).doc).sentences
    expect(after.map((sentence, at) => sentence === before[at])).toEqual([false, false, false, true, true])
    expect(placeOf(doc, after[0] ?? before[0]!)).toBeNull()
  })

  test('NC30 who watches is told of nothing when nothing came, went or reads otherwise', () => {
    const index = new SentenceIndex('en')
    index.read(doc)
    let told = 0
    index.now.subscribe(() => (told += 1))
    index.read(doc)
    expect(told).toBe(0)
  })

  test('NC30 sentences in lists stand where they are found', () => {
    const inList = articleSchema.nodeFromJSON({
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: ['One boat. Two boats.', 'Three.'].map((text) => ({
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
      ],
    })
    const { sentences } = new SentenceIndex('en').read(inList)
    expect(
      sentences.map((sentence) => placeOf(inList, sentence)).map((at) => at && inList.textBetween(at.from, at.to)),
    ).toEqual(['One boat.', 'Two boats.', 'Three.'])
  })
})

const read = new SentenceIndex('en').read(doc)
const now = (ticks: string[] = [], claims = [claimRow('a')]) =>
  coverageNow(read, new Map(claims), ticks.map(tickRow), new Map())

describe('coverage on screen', () => {
  test('NC4 counts follow claims and ticks, and a tick on its way counts at once', () => {
    expect(now(['It was grey.']).counts).toEqual({ claimed: 1, ticked: 1, untouched: 3 })
    expect(now([], []).counts).toEqual({ claimed: 0, ticked: 0, untouched: 5 })
    const given = new Map([['He waited.', { reason: 'opinion', why: '' } as const]])
    expect(coverageNow(read, new Map(), [tickRow('It was grey.')], given).counts.ticked).toBe(2)
    const taken = new Map([['It was grey.', null]])
    expect(coverageNow(read, new Map(), [tickRow('It was grey.')], taken).counts.ticked).toBe(0)
    expect(now().checkable).toBe(1)
  })

  test('NC35 the next untouched sentence goes round, and is none when all are looked at', () => {
    const { sentences } = now(['He waited.'])
    expect(nextUntouched(sentences, 0)).toBe(3)
    expect(nextUntouched(sentences, 4)).toBe(0)
    expect(nextUntouched(now(words(read.sentences)).sentences, 0)).toBe(-1)
  })

  test('NC34 untouched sentences with something to check come first, the others in the order of the text', () => {
    const all = { find: '', cue: 'all' } as const
    const shown = (narrowed: Parameters<typeof listed>[1]) =>
      words(listed(now().sentences, narrowed).map((row) => row.sentence))
    expect(shown({ show: 'untouched', ...all })).toEqual([
      'Marisol sank in 1991.',
      'It was grey.',
      'He waited.',
      'Officials deny it.',
    ])
    expect(shown({ show: 'claimed', ...all })).toEqual(['At least 41 died.'])
    expect(shown({ show: 'untouched', find: ' DENY', cue: 'all' })).toEqual(['Officials deny it.'])
    expect(shown({ show: 'untouched', find: '', cue: 'date' })).toEqual(['Marisol sank in 1991.'])
  })
})

describe('the strip', () => {
  const rows = 40

  test('NC31 a claim shows what it is, ticked stretches are one, an untouched sentence to check is hollow', () => {
    const looks = (standing: 'open' | 'judged' | 'reworded' | 'signed' | 'conflict') =>
      stripSegments(now(['It was grey.', 'Officials deny it.', 'He waited.'], [claimRow('a', standing)]), rows)
    expect(looks('open').map(({ look }) => look)).toEqual(['ticked', 'open', 'ticked', 'hint'])
    expect(looks('conflict')[1]?.look).toBe('open')
    expect(looks('judged')[1]).toMatchObject({ look: 'judged', tone: 'sound' })
  })

  test('NC32 segments stand in order, inside the strip, without overlapping, and the weightiest is never hidden', () => {
    const anyState = fc.constantFrom('open', 'judged', 'signed', 'reworded')
    fc.assert(
      fc.property(fc.nat({ max: 300 }), anyState, fc.subarray(words(read.sentences)), (height, standing, ticks) => {
        const segments = stripSegments(now(ticks, [claimRow('a', standing)]), height + 1)
        let end = 0
        for (const { from, to } of segments) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(height + 1)
        if (standing === 'open') expect(segments.some(({ look }) => look === 'open')).toBe(true)
      }),
    )
  })
})
