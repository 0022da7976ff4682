/**
 * The mark over a claim's words: {id, kind}. The id is a UUIDv7 made where the words were selected; the kind is the guess at
 * marking, read once by the server and never shown from here. Claims overlap and nest, so the mark excludes nothing, not even
 * itself; typing at its end does not grow it. Rules AN1–AN3.
 */
import { Mark } from '@tiptap/core'

export const claimMarkName = 'claim'

export const ClaimMark = Mark.create({
  name: claimMarkName,
  excludes: '',
  inclusive: false,
  // A colour or format change around a claim must not be able to split its element order differently for two readers.
  priority: 50,
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => element.getAttribute('data-claim'),
      renderHTML: (attributes) => ({ 'data-claim': attributes['id'] }),
    },
    kind: {
      default: 'other',
      parseHTML: (element) => element.getAttribute('data-kind'),
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'mark[data-claim]' }],
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
})
