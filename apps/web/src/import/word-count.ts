/** How many words a draft has, in any script: Chinese has them too, without spaces between. */
import type { DocumentJson } from '#document/draft.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function* pieces(node: DocumentJson): Generator<string> {
  if (node.text !== undefined) yield node.text
  for (const child of node.content ?? []) yield* pieces(child)
  // Words of two blocks are two words.
  if (node.content !== undefined) yield '\n'
}

export function countWords(document: DocumentJson): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment([...pieces(document)].join(''))) if (isWordLike) words += 1
  return words
}
