/**
 * Which part of a .docx is the text, and which parts belong to it. Of what lies outside the file only the addresses of links are kept,
 * as words to be shown; nothing is ever fetched from them. Rule FI4.
 */
import { allIn, parseXml } from './docx-xml.ts'
import type { Parts } from './docx-zip.ts'

export interface Relations {
  /** Paths of the parts that stand in this relation to the text: comments, footnotes, header. */
  internal(kind: string): string[]
  /** Addresses of links by their id. */
  readonly links: ReadonlyMap<string, string>
}

interface Relation {
  readonly id: string
  /** The last word of its type. */
  readonly kind: string
  readonly target: string
  readonly isOutside: boolean
}

const usualMain = 'word/document.xml'

export function mainPartOf(parts: Parts): string | null {
  const said = relationsIn(parts, '_rels/.rels', '')
    .filter(({ kind, isOutside }) => kind === 'officeDocument' && !isOutside)
    .map(({ target }) => target)
  return [...said, usualMain].find((path) => parts.has(path)) ?? null
}

export function relationsOf(parts: Parts, main: string): Relations {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = relationsIn(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const outside = relations.filter(({ isOutside, kind }) => isOutside && kind === 'hyperlink')
  return {
    internal: (kind) => {
      const paths = relations.filter((one) => one.kind === kind && !one.isOutside).map(({ target }) => target)
      // Some programs leave the relation out and go by the usual name.
      return paths.length > 0 ? [...new Set(paths)] : [`${folder}${kind}.xml`]
    },
    links: new Map(outside.map(({ id, target }) => [id, target])),
  }
}

function relationsIn(parts: Parts, path: string, folder: string): Relation[] {
  const xml = parts.get(path)
  if (xml === undefined) return []
  return [...allIn(parseXml(xml))]
    .filter(({ localName }) => localName === 'Relationship')
    .map((element) => {
      const isOutside = element.getAttribute('TargetMode') === 'External'
      const target = element.getAttribute('Target') ?? ''
      return {
        id: element.getAttribute('Id') ?? '',
        kind: (element.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
        target: isOutside ? target : pathFrom(folder, target),
        isOutside,
      }
    })
}

/** "../customXml/x.xml" seen from "word/" is "customXml/x.xml"; what begins with a slash is a whole path. */
function pathFrom(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
