import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RestedWord } from './rested-word.ts'
import { Watched } from './sync-store.ts'
import { foldWire, type WireEvent, wireAtStart } from './wire-state.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What is said, from the first word on, while these things happen `everyMs`. */
function said(everyMs: number, ...events: WireEvent[]): string[] {
  const wire = new Watched(wireAtStart)
  for (const event of opened) wire.set(foldWire(wire.get(), event))
  const word = new RestedWord(wire, true)
  const words: string[] = [word.get()]
  const forget = word.subscribe(() => words.push(word.get()))
  for (const event of events) {
    wire.set(foldWire(wire.get(), event))
    vi.advanceTimersByTime(everyMs)
  }
  forget()
  return words
}

const opened: WireEvent[] = [{ type: 'opened' }, { type: 'sent' }, { type: 'exchanged' }, { type: 'saved', frames: 1 }]

/** A key is typed, sent and saved. */
const aKey = (frames: number): WireEvent[] => [{ type: 'edited' }, { type: 'sent' }, { type: 'saved', frames }]

test('QK1 while somebody types, the word is “saving” and stays so, however often the server has saved', () => {
  expect(said(50, ...aKey(2), ...aKey(3), ...aKey(4))).toEqual(['saved', 'saving'])
})

test('WS2 when the hand rests it is “saved”, never before the server has saved', () => {
  expect(said(1_000, ...aKey(2).slice(0, 2))).toEqual(['saved', 'saving'])
  expect(said(1_000, ...aKey(2))).toEqual(['saved', 'saving', 'saved'])
})

test('WS2 a lost connection is said at once', () => {
  expect(said(0, ...aKey(2), { type: 'closed', ended: null })).toEqual(['saved', 'saving', 'offline'])
})
