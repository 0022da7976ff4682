import { expect, test } from 'vitest'
import { articleSchema } from './schema.ts'

const render = (href: string) => articleSchema.marks['link']?.spec.toDOM?.(articleSchema.mark('link', { href }), true)

test.each(['https://a.test/log', 'http://a.test', 'mailto:desk@a.test'])('DC4 a link to %s can be followed', (href) => {
  expect(render(href)).toMatchObject(['a', { href }, 0])
})

test.each([
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  ' vbscript:x',
  '//a.test',
  'file:///etc',
])('DC4 a link to %j leads nowhere', (href) => {
  expect(render(href)).toMatchObject(['a', { href: null }, 0])
})

test('DC4 texts stored with the earlier link keep every attribute', () => {
  const attrs = { href: 'https://a.test', target: null, rel: 'noopener noreferrer nofollow', class: null, title: null }
  expect(articleSchema.mark('link', attrs).attrs).toEqual(attrs)
})
