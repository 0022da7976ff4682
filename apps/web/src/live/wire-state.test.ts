import { laterWhys } from '#protocol/frames.ts'
import { describe, expect, test } from 'vitest'
import { afterClose, foldWire, type WireEvent, wireAtStart, wireWord } from './wire-state.ts'

const after = (...events: WireEvent[]) => events.reduce(foldWire, wireAtStart)
const word = (...events: WireEvent[]) => wireWord(after(...events), true)

const opened = { type: 'opened' } as const
const exchanged = { type: 'exchanged' } as const
const sent = { type: 'sent' } as const
const edited = { type: 'edited' } as const
const lost = { type: 'closed', ended: null } as const
const saved = (frames: number) => ({ type: 'saved', frames }) as const

describe('wire state', () => {
  test('WS1 saved is said only after the first exchange and every acknowledgement', () => {
    expect(word()).toBe('connecting')
    expect(word(opened)).toBe('saving')
    expect(word(opened, exchanged)).toBe('saving')
    expect(word(opened, exchanged, sent)).toBe('saving')
    expect(word(opened, sent, saved(1))).toBe('saving')
    expect(word(opened, exchanged, sent, saved(1))).toBe('saved')
    expect(word(opened, sent, saved(1), exchanged)).toBe('saved')
  })

  test('WS1 a word typed is saving until the frame that carries it is acknowledged', () => {
    const calm = [opened, exchanged, sent, saved(1)]
    expect(word(...calm, edited, sent)).toBe('saving')
    expect(word(...calm, sent, edited)).toBe('saving')
    expect(word(...calm, edited, sent, saved(2))).toBe('saved')
    expect(word(...calm, edited, sent, edited, sent, saved(2))).toBe('saving')
  })

  test('WS3 an edit made offline is never saved before the next connection acknowledged it', () => {
    const away = [opened, exchanged, sent, saved(1), lost, edited]
    expect(word(...away)).toBe('offline')
    expect(after(...away).unsaved).toBe(true)
    expect(word(...away, opened, exchanged)).toBe('saving')
    // An acknowledgement counts the frames of its own connection only.
    expect(after(...away, opened, saved(0), exchanged).unsaved).toBe(true)
    expect(word(...away, opened, sent, exchanged, saved(1))).toBe('saved')
  })

  test('WS3 a frame lost with its connection leaves the words unsaved', () => {
    const state = after(opened, exchanged, sent, saved(1), edited, sent, lost)
    expect(state.unsaved).toBe(true)
    expect(after(opened, exchanged, sent, saved(1), edited, sent, saved(2), lost).unsaved).toBe(false)
  })

  test('WS2 trying again in vain stays offline, and readers are told that they read', () => {
    expect(word(opened, exchanged, lost, { type: 'connecting' })).toBe('offline')
    expect(wireWord(after(opened, exchanged, sent, saved(1)), false)).toBe('read-only')
    expect(wireWord(after(opened, exchanged, lost), false)).toBe('offline')
    expect(word(opened, { type: 'closed', ended: 'may-not-write' })).toBe('read-only')
    expect(word(opened, { type: 'closed', ended: 'other-epoch' })).toBe('stopped')
  })

  test('WS4 the text stays ready while the connection is away', () => {
    expect(after(opened).ready).toBe(false)
    expect(after(opened, exchanged, lost).ready).toBe(true)
  })

  test('WS5 codes from 4400 are not tried again', () => {
    expect(afterClose({ code: 4401, reason: '' }, 0, 0)).toEqual({ kind: 'ended', ended: 'signed-out' })
    expect(afterClose({ code: 4409, reason: '' }, 0, 0)).toEqual({ kind: 'ended', ended: 'page-too-old' })
    expect(afterClose({ code: 4450, reason: '' }, 0, 0).kind).toBe('ended')
  })

  test('WS6 the server’s seconds are kept, other waits grow, and chance spreads both', () => {
    expect(afterClose({ code: 1012, reason: '5' }, 9, 0.5)).toEqual({ kind: 'come-back', afterMs: 5500, later: null })
    expect(afterClose({ code: 1013, reason: '' }, 0, 1)).toEqual({ kind: 'come-back', afterMs: 250, later: null })
    const waits = [0, 2, 4, 20].map((attempts) => afterClose({ code: 1006, reason: '' }, attempts, 1))
    expect(waits.map((wait) => wait.kind === 'come-back' && wait.afterMs)).toEqual([250, 1000, 4000, 10_000])
    expect(afterClose({ code: 1006, reason: '' }, 20, 0)).toEqual({ kind: 'come-back', afterMs: 5000, later: null })
  })

  test.each(laterWhys)('RM28 why to come back later (%s) is known until the socket is open again', (why) => {
    const close = { code: 1013, reason: `10 ${why}` }
    const next = afterClose(close, 0, 0)
    expect(next).toEqual({ kind: 'come-back', afterMs: 10_000, later: why })
    const closed = { type: 'closed', ended: null, later: why } as const
    expect(after(opened, closed).later).toBe(why)
    expect(after(opened, closed, opened).later).toBeNull()
  })

  test('RM28 an article that is full says so, and is not tried again', () => {
    expect(afterClose({ code: 4413, reason: 'document-full' }, 0, 0)).toEqual({ kind: 'ended', ended: 'document-full' })
    expect(afterClose({ code: 4413, reason: 'message' }, 0, 0)).toEqual({ kind: 'ended', ended: 'too-large' })
  })
})
