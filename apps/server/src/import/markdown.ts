/**
 * Markdown to blocks, by way of HTML: so raw HTML in it is cleaned like any other page. Line ends inside a paragraph are spaces, as
 * Markdown has it; every other space stays. Data at the head of the file is no text and is told of in a note. Rule FI3.
 */
import { Marked } from 'marked'
import type { ImportNote } from '#document/draft.ts'
import { readHtml } from './html.ts'
import type { Reading } from './plain-text.ts'

/** What some programs write above the text: names and values between two lines of dashes. */
const frontMatter = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/

export function readMarkdown(input: string): Reading {
  const head = frontMatter.exec(input)
  const body = head === null ? input : input.slice(head[0].length)
  const reading = readHtml(`<div style="white-space:pre-wrap">${htmlOf(body)}</div>`)
  const words = head?.[1]?.trim() ?? ''
  const note: ImportNote = { code: 'words-left-out', what: 'front-matter', count: 1, words: [words] }
  return words === '' ? reading : { ...reading, notes: [note, ...reading.notes] }
}

const htmlOf = (markdown: string): string =>
  new Marked({
    async: false,
    walkTokens: (token) => {
      // Spaces stand as written from here on, so the line ends that mean a space have to be one.
      if (token.type === 'text') token['text'] = String(token['text']).replaceAll(/[ \t]*\r?\n[ \t]*/g, ' ')
    },
  }).parse(markdown.replaceAll(/\r\n?/g, '\n'), { async: false })
