/**
 * The article's schema, the same in every browser and on the server. Rule DC1.
 * A client whose schema lacks a node or mark deletes that content for everyone by opening the document: so nothing here is ever
 * dropped or renamed, and SCHEMA_NUMBER goes up with every widening, one release before the widening is used.
 */
import { type Extensions, getSchema, mergeAttributes } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
// One by one: together they bring task lists and keys that the desk does not have.
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { ClaimMark } from './claim-mark.ts'
import { LinkMark } from './link-mark.ts'

export const SCHEMA_NUMBER = 1

/**
 * Headings are paragraphs with a level: changing a node's type while another person types in it loses their words.
 * Level 1 is the article's title; `deck` is the standfirst below it.
 */
const LevelledParagraph = Paragraph.extend({
  addAttributes: () => ({
    level: { default: null, rendered: false },
    deck: { default: null, rendered: false },
  }),
  parseHTML: () => [
    { tag: 'p[data-deck]', attrs: { deck: true } },
    { tag: 'p' },
    ...[1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    ...[4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { level, deck } = node.attrs
    // Each block follows its own words: an Urdu quotation in an English article reads from the right.
    const attributes = mergeAttributes(HTMLAttributes, { dir: 'auto' })
    if (typeof level === 'number') return [`h${level}`, attributes, 0]
    return ['p', deck === true ? { ...attributes, 'data-deck': '' } : attributes, 0]
  },
})

/** Inline code keeps other marks: a claim must be able to stand over it. */
const OpenCode = Code.extend({ excludes: '' })

export const articleExtensions: Extensions = [
  Document,
  LevelledParagraph,
  Text,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  HardBreak,
  Bold,
  Italic,
  OpenCode,
  LinkMark,
  ClaimMark,
]

export const articleSchema = getSchema(articleExtensions)
