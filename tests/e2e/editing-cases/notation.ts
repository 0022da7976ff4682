/**
 * Articles written as one line, for the case table: blocks end at "|", a claim stands between {a} and {/a}, "# " begins a heading, "- " an
 * entry of a list, "> " a quotation, "↵" is a hard break, which no claim stands on. Both ways: to the document that is brought in, and from what a page shows.
 */
import type { Locator } from '@playwright/test'
import type { DocumentJson } from '#document/draft.ts'

export interface Written {
  /** Blocks joined by "\n", as the plain text has them. */
  readonly text: string
  /** Each claim's pieces, in UTF-16 code units of the text. */
  readonly claims: ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]>
}

const prefix = /^(?:# |- |> )/

/** The text without its signs, and where its claims stand. */
export function read(line: string): Written {
  let text = ''
  const claims = new Map<string, { from: number; to: number }[]>()
  for (const [index, block] of line.split('|').entries()) {
    if (index > 0) text += '\n'
    for (const piece of block.replace(prefix, '').split(/(\{\/?\w\})/)) {
      const [, end, claim] = /^\{(\/?)(\w)\}$/.exec(piece) ?? []
      if (claim === undefined) text += piece.replaceAll('↵', '\n')
      else if (end === '') claims.set(claim, [...(claims.get(claim) ?? []), { from: text.length, to: text.length }])
      else claims.get(claim)?.splice(-1, 1, { from: claims.get(claim)?.at(-1)?.from ?? 0, to: text.length })
    }
  }
  return { text, claims }
}

/** The document to bring in, without marks: claims are marked afterwards. */
export function documentOf(title: string, line: string): DocumentJson {
  const content: DocumentJson[] = [paragraph(title, { level: 1 })]
  for (const block of line.split('|')) {
    const words = block.replace(prefix, '').replace(/\{\/?\w\}/g, '')
    if (block.startsWith('- ')) {
      const item = { type: 'listItem', content: [paragraph(words)] }
      const last = content.at(-1)
      if (last?.type === 'bulletList') last.content?.push(item)
      else content.push({ type: 'bulletList', content: [item] })
    } else if (block.startsWith('> ')) content.push({ type: 'blockquote', content: [paragraph(words)] })
    else content.push(paragraph(words, block.startsWith('# ') ? { level: 2 } : {}))
  }
  return { type: 'doc', content }
}

function paragraph(words: string, attrs: Record<string, unknown> = {}): DocumentJson {
  const content = words
    .split(/(↵)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '↵' ? { type: 'hardBreak' } : { type: 'text', text: piece }))
  return { type: 'paragraph', attrs, ...(content.length === 0 ? {} : { content }) }
}

/** What a page shows below the title, written the same way. `names`: claim id → letter. */
export const shownIn = (galley: Locator, names: ReadonlyMap<string, string>): Promise<string> =>
  galley.evaluate(
    (root, known) => {
      const names = new Map(known)
      const blocks = [...root.querySelectorAll('p, h1, h2, h3')].slice(1)
      return blocks
        .map((block) => {
          let line = block.closest('li') ? '- ' : block.closest('blockquote') ? '> ' : block.matches('p') ? '' : '# '
          let open: string[] = []
          const turn = (now: string[]): void => {
            for (const claim of open.toReversed()) if (!now.includes(claim)) line += `{/${claim}}`
            for (const claim of now) if (!open.includes(claim)) line += `{${claim}}`
            open = now
          }
          const walk = (node: Node, claims: readonly string[]): void => {
            if (node instanceof Text) {
              turn([...claims].sort())
              line += node.data
            } else if (node instanceof Element && !node.matches('.caret, .ProseMirror-trailingBreak, img')) {
              // A break bears no mark in the shared text, whatever the editor that made it shows.
              if (node.matches('br')) {
                turn([])
                line += '↵'
              }
              const id = node.matches('mark') ? (node.getAttribute('data-claim') ?? '') : ''
              const within = id === '' ? claims : [...claims, names.get(id) ?? '?']
              for (const child of node.childNodes) walk(child, within)
            }
          }
          for (const child of block.childNodes) walk(child, [])
          turn([])
          return line
        })
        .join('|')
    },
    [...names],
  )
