import { describe, expect, test } from 'vitest'
import { calledOnIn, completed, meant, piecesOf, typedAt } from './mentions.ts'

const people = [
  { id: 'sana', name: 'Sana Ahmed' },
  { id: 'sa', name: 'Sana' },
  { id: 'rafi', name: 'Rafi Lindqvist' },
  { id: 'zoe', name: 'Zoë Öst' },
]

describe('calling on people', () => {
  test.each([
    ['ask @Ra', 7, { from: 4, name: 'Ra' }],
    ['@', 1, { from: 0, name: '' }],
    ['(@ra', 4, { from: 1, name: 'ra' }],
    ['@Rafi Lind', 10, { from: 0, name: 'Rafi Lind' }],
    ['desk@paper', 10, null],
    ['@Rafi\nnext', 10, null],
    ['no sign', 7, null],
    ['@Ra and more', 3, { from: 0, name: 'Ra' }],
    [`@${'x'.repeat(60)}`, 61, null],
  ])('MT1 in “%s” at %i a name is being written: %j', (text, caret, typed) => {
    expect(typedAt(text, caret)).toEqual(typed)
  })

  test('MT2 found by the beginning of any part of the name, whatever the case and accents', () => {
    const ids = (typed: string) => meant(people, typed).map(({ id }) => id)
    expect(ids('')).toHaveLength(4)
    expect(ids('lin')).toEqual(['rafi'])
    expect(ids('OST')).toEqual(['zoe'])
    expect(ids('san')).toEqual(['sana', 'sa'])
    expect(ids('nobody')).toEqual([])
    expect(ids('Rafi Lindqvist')).toEqual([])
    expect(ids('Rafi Lindqvist which')).toEqual([])
  })

  test('MT3 the name is written out and the caret stands after it, with one space', () => {
    const rafi = { id: 'rafi', name: 'Rafi Lindqvist' }
    expect(completed('ask @ra which', { from: 4, name: 'ra' }, rafi)).toEqual({
      text: 'ask @Rafi Lindqvist which',
      caret: 20,
    })
    expect(completed('@', { from: 0, name: '' }, rafi)).toEqual({ text: '@Rafi Lindqvist ', caret: 16 })
  })

  test('MT4 the longest name wins, half a name calls on nobody, each is called once', () => {
    expect(calledOnIn('@Sana Ahmed and @Sana', people)).toEqual(['sana', 'sa'])
    expect(calledOnIn('@Rafi and @Rafi Lindqvists', people)).toEqual([])
    expect(calledOnIn('@Zoë Öst, @Zoë Öst?', people)).toEqual(['zoe'])
    expect(piecesOf('Ask @Sana Ahmed.', people).map(({ text, person }) => [text, person?.id])).toEqual([
      ['Ask ', undefined],
      ['@Sana Ahmed', 'sana'],
      ['.', undefined],
    ])
    expect(piecesOf('', people)).toEqual([])
  })
})
