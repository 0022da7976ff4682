import { describe, expect, test } from 'vitest'
import { replyOf } from './reply.ts'

const page = (status: number) =>
  Promise.resolve(
    new Response('<h1>Sign in to Harbour Café WiFi</h1>', { status, headers: { 'content-type': 'text/html' } }),
  )

describe('replies', () => {
  test.each([200, 201, 403, 404, 503, 511])(
    'KP7 a page of somebody else’s, %i, is no answer: it has not arrived',
    async (status) => {
      expect(await replyOf(page(status))).toMatchObject({ ok: false, refusal: 'offline' })
    },
  )

  test('KP7 what the server says itself is an answer, an empty one too', async () => {
    expect(await replyOf(Promise.resolve(Response.json(null)))).toEqual({ ok: true, value: null })
    expect(await replyOf(Promise.resolve(Response.json({ seq: 9 }, { status: 201 })))).toEqual({
      ok: true,
      value: { seq: 9 },
    })
    expect(
      await replyOf(Promise.resolve(Response.json({ refusal: 'words-changed', text: 'Changed.' }, { status: 409 }))),
    ).toEqual({ ok: false, refusal: 'words-changed', text: 'Changed.' })
    expect(await replyOf(Promise.resolve(Response.json({}, { status: 404 })))).toMatchObject({ refusal: 'not-found' })
    expect(await replyOf(Promise.reject(new TypeError('away')))).toMatchObject({ refusal: 'offline' })
  })

  test('AC16 a route may know refusals of its own', async () => {
    const asked = Promise.resolve(Response.json({ code: 'INVALID_PASSWORD' }, { status: 400 }))
    expect(await replyOf(asked, () => 'wrong-password')).toMatchObject({ refusal: 'wrong-password' })
  })
})
