/**
 * The claims that stand in the text as W3C Web Annotations. What may leave was chosen before (`article-json.ts`): no source is told
 * here, so nothing off the record can be. Rules WA1–WA3, EX1.
 */
import { codePointsOf, type CodePoints } from '#document/code-points.ts'
import { surroundings } from '#document/placement.ts'
import { stretchesOf } from '#document/quotation.ts'
import type { TextRange } from '#document/text.ts'
import {
  type Annotation,
  type AnnotationCollection,
  annotationContext,
  type AnnotationTarget,
} from '#protocol/annotation.ts'
import type { ArticleExport, ExportedClaim } from '#protocol/export-view.ts'
import { ratingWords } from './claims-csv.ts'

export interface Annotated {
  /** Whole address of the article's page: what the annotations are about. */
  readonly source: string
  /** Whole address of this collection. */
  readonly address: string
  readonly whole: ArticleExport
  /** Of each claim by number. */
  readonly marks: ReadonlyMap<number, { readonly id: string; readonly byProgram: boolean }>
}

const stands = ({ standing, ranges }: ExportedClaim): boolean =>
  standing !== 'withdrawn' && standing !== 'detached' && ranges.length > 0

export function annotationsOf({ source, address, whole, marks }: Annotated): AnnotationCollection {
  const text = whole.text.plain
  const points = codePointsOf(text)
  const items = whole.claims.filter(stands).flatMap((claim): Annotation[] => {
    const mark = marks.get(claim.number)
    if (mark === undefined) return []
    const targets = stretchesOf(text, claim.ranges).map((range) => targetOf(source, text, points, range))
    const body = bodiesOf(claim)
    const annotation: Annotation = {
      '@context': annotationContext,
      id: `urn:uuid:${mark.id}`,
      type: 'Annotation',
      motivation:
        claim.verdict !== null || claim.truth !== null ? 'assessing' : body.length > 0 ? 'tagging' : 'highlighting',
      created: claim.markedAt,
      creator: { type: mark.byProgram ? 'Software' : 'Person', name: claim.markedBy },
      ...(body.length === 0 ? {} : { body }),
      target: targets.length === 1 && targets[0] !== undefined ? targets[0] : targets,
    }
    return [annotation]
  })
  const collection = {
    '@context': annotationContext,
    id: address,
    type: 'AnnotationCollection',
    label: whole.article.title,
    total: items.length,
  } as const
  if (items.length === 0) return collection
  const page = { id: `${address}#page`, type: 'AnnotationPage', partOf: address, startIndex: 0, items } as const
  return { ...collection, first: page }
}

function targetOf(source: string, text: string, points: CodePoints, range: TextRange): AnnotationTarget {
  const { before, after } = surroundings(text, [range])
  return {
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(range.from, range.to),
        ...(before === '' ? {} : { prefix: before }),
        ...(after === '' ? {} : { suffix: after }),
      },
      {
        type: 'TextPositionSelector',
        start: points.countBefore(range.from),
        end: points.countBefore(range.to),
      },
    ],
  }
}

function bodiesOf({ kind, verdict, truth }: ExportedClaim): NonNullable<Annotation['body']> {
  const said = (purpose: 'tagging' | 'assessing' | 'commenting', value: string) =>
    value === '' ? [] : [{ type: 'TextualBody' as const, value, format: 'text/plain' as const, purpose }]
  return [
    ...(kind === 'other' ? [] : said('tagging', kind)),
    ...(verdict === null ? [] : said('assessing', ratingWords[verdict.rating])),
    ...(verdict === null ? [] : said('commenting', verdict.why ?? '')),
    ...(truth === null ? [] : said('assessing', `True? ${ratingWords[truth.rating]}`)),
    ...(truth === null ? [] : said('commenting', truth.why ?? '')),
  ]
}
