/**
 * The article's document as ProseMirror JSON, read from Yjs without a schema: what a version keeps. Whatever a broken client wrote that is
 * neither an element nor text is left out, and no string holds what a database cannot.
 */
import * as Y from 'yjs'
import type { DocumentJson } from './draft.ts'
import { readable } from './text.ts'

export const documentJson = (fragment: Y.XmlFragment): DocumentJson => ({
  type: 'doc',
  content: fragment.toArray().flatMap(nodesOf),
})

function nodesOf(node: unknown): DocumentJson[] {
  if (node instanceof Y.XmlText) return textsOf(node)
  if (!(node instanceof Y.XmlElement)) return []
  const attrs = clean(node.getAttributes()) as Record<string, unknown>
  const content = node.toArray().flatMap(nodesOf)
  return [
    {
      type: readable(node.nodeName),
      ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
    },
  ]
}

function textsOf(node: Y.XmlText): DocumentJson[] {
  const delta = node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return []
    const marks = Object.entries(attributes).map(([name, attrs]) => markOf(name, attrs))
    return [{ type: 'text', text: readable(insert), ...(marks.length === 0 ? {} : { marks }) }]
  })
}

/** Marks that may overlap are stored under `name--hash`. */
function markOf(name: string, attrs: unknown): { type: string; attrs?: Record<string, unknown> } {
  const type = readable(/^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(name)?.[1] ?? name)
  const isBare = typeof attrs !== 'object' || attrs === null || Object.keys(attrs).length === 0
  return isBare ? { type } : { type, attrs: clean(attrs) as Record<string, unknown> }
}

/** Every string in it readable; keys as well, since any writer may make them up. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return readable(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [readable(key), clean(inner)]))
}
