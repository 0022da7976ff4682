/**
 * Blocks to the article's document. Whatever comes in, the result fits the schema: lists have items, items open with a paragraph,
 * marks stand in the schema's order. Rule IM9.
 */
import type { DocumentJson } from '#document/draft.ts'
import { articleSchema } from '#document/schema.ts'
import type { Block, Container, Formatting, Line } from './block.ts'

interface Open {
  readonly container: Container
  readonly content: DocumentJson[]
}

export function documentOf(blocks: readonly Block[]): DocumentJson {
  const content: DocumentJson[] = []
  let open: Open[] = []
  for (const block of blocks) {
    const path = fitting(block.within, open)
    const shared = sharedLength(path, open)
    open = open.slice(0, shared)
    for (const container of path.slice(shared)) {
      const node = nodeOf(container)
      const parent = open.at(-1)?.content ?? content
      parent.push(node)
      open.push({ container, content: node.content })
    }
    const target = open.at(-1)?.content ?? content
    target.push(paragraphOf(block))
  }
  return { type: 'doc', content }
}

/**
 * The containers as the schema allows them. A list without an item, and an item that would open with a list or a quotation
 * instead of words, are passed over: one level of nesting is lost, no word is.
 */
function fitting(within: readonly Container[], open: readonly Open[]): Container[] {
  const path: Container[] = []
  within.forEach((container, index) => {
    const inList = isList(path.at(-1))
    if (container.kind === 'listItem') {
      const alreadyOpen = open[path.length]?.container === container
      if (inList && (alreadyOpen || index === within.length - 1)) path.push(container)
      else if (inList) path.pop()
      return
    }
    if (inList) path.pop()
    path.push(container)
  })
  if (isList(path.at(-1))) path.pop()
  return path
}

const isList = (container: Container | undefined) =>
  container?.kind === 'bulletList' || container?.kind === 'orderedList'

function sharedLength(path: readonly Container[], open: readonly Open[]): number {
  let shared = 0
  while (shared < path.length && open[shared]?.container === path[shared]) shared += 1
  return shared
}

function nodeOf(container: Container): DocumentJson & { content: DocumentJson[] } {
  const attrs = container.kind === 'orderedList' && container.start !== 1 ? { attrs: { start: container.start } } : {}
  return { type: container.kind, ...attrs, content: [] }
}

function paragraphOf(block: Block): DocumentJson {
  const content = block.lines.flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...textOf(line)])
  return {
    type: 'paragraph',
    ...(block.level !== null || block.deck ? { attrs: { level: block.level, deck: block.deck || null } } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

/** Pieces that look alike become one text, as the schema's own documents have it. */
function textOf(line: Line): DocumentJson[] {
  const nodes: { type: string; text: string; marks: Formatting[]; look: string }[] = []
  for (const { text, marks } of line) {
    if (text === '') continue
    const ordered = marks.toSorted((a, b) => rank(a) - rank(b))
    const look = ordered.map((mark) => (mark.type === 'link' ? `link ${mark.href}` : mark.type)).join('\n')
    const last = nodes.at(-1)
    if (last?.look === look) last.text += text
    else nodes.push({ type: 'text', text, marks: ordered, look })
  }
  return nodes.map(({ type, text, marks }) => ({
    type,
    text,
    ...(marks.length > 0 ? { marks: marks.map(markOf) } : {}),
  }))
}

const markOrder = Object.keys(articleSchema.marks)
const rank = (mark: Formatting) => markOrder.indexOf(mark.type)
const markOf = (mark: Formatting) =>
  mark.type === 'link' ? { type: 'link', attrs: { href: mark.href } } : { type: mark.type }
