/**
 * A link as it came in with the article: kept, shown, and only ever to an address that a reader may follow (http, https, mailto).
 * It makes and recognises no links by itself: Tiptap's own extension brings a detector of 12 kB that an article has no use for. Its
 * attributes are those of that extension, which earlier texts were stored with. Rule DC4.
 */
import { Mark } from '@tiptap/core'

/** Spaces and control characters that browsers skip over when they read an address: `java\tscript:`. */
const skippedByBrowsers = /[\u0000-\u0020\u00a0\u1680\u180e\u2000-\u2029\u205f\u3000]/g // eslint-disable-line no-control-regex

const mayBeFollowed = (href: unknown): href is string =>
  typeof href === 'string' && /^(https?:|mailto:)/i.test(href.replace(skippedByBrowsers, ''))

export const LinkMark = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    target: { default: null },
    rel: { default: 'noopener noreferrer nofollow' },
    class: { default: null },
    title: { default: null },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (mayBeFollowed(element.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes: { href, title } }) => [
    'a',
    { href: mayBeFollowed(href) ? href : null, rel: 'noopener noreferrer nofollow', title },
    0,
  ],
})
