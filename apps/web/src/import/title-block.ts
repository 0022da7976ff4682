/**
 * The title in the details and the title at the head of the text are one title. Rules IT1–IT3: changing it changes both; a text that
 * had none gets one; every other block stays exactly as it was.
 */
import type { ArticleDraft, DocumentJson } from '#document/draft.ts'

const isTitle = (block: DocumentJson | undefined): boolean =>
  block?.type === 'paragraph' && block.attrs?.['level'] === 1

const plainText = (block: DocumentJson): string => block.text ?? (block.content ?? []).map(plainText).join('')

export function withTitle(draft: ArticleDraft, title: string): ArticleDraft {
  if (title === draft.title) return draft
  const [first, ...rest] = draft.document.content ?? []
  const headed = isTitle(first)
  if (headed && first && plainText(first) === title) return { ...draft, title }
  const block: DocumentJson = {
    type: 'paragraph',
    attrs: { level: 1 },
    // An empty text node does not fit the schema.
    ...(title === '' ? {} : { content: [{ type: 'text', text: title }] }),
  }
  const body = headed ? rest : first ? [first, ...rest] : rest
  return { ...draft, title, document: { ...draft.document, content: [block, ...body] } }
}
