/**
 * What the Web Annotation Data Model says that an annotation, a collection and a page MUST be, as JSON Schema (draft 2020-12), section
 * by section: https://www.w3.org/TR/annotation-model/. Written from the text of the model, and from nothing of ours.
 */

/** 3.1, 4.1: an IRI. */
const iri = { type: 'string', format: 'iri' }

/** One value, or a list that holds it. */
const includes = (value: string) => ({
  anyOf: [{ const: value }, { type: 'array', contains: { const: value } }],
})
const oneOrMore = (schema: object) => ({ anyOf: [schema, { type: 'array', minItems: 1, items: schema }] })
const isA = (type: string) => ({ properties: { type: includes(type) }, required: ['type'] })
/** What a thing of this type must be; things of other types are left alone. */
const either = (unless: object, must: object) => ({ anyOf: [{ not: unless }, must] })
const whenA = (type: string, must: object) => either(isA(type), must)

/** 3.1: the context of annotations is among the contexts. */
const context = includes('http://www.w3.org/ns/anno.jsonld')

/** 3.3.1: with a time zone; the model wants UTC, expressed as Z. */
const moment = { type: 'string', format: 'date-time', pattern: 'Z$' }

/** 3.3.2 */
const agent = {
  anyOf: [
    iri,
    {
      type: 'object',
      properties: {
        id: iri,
        email: { type: 'string', pattern: '^mailto:' },
        homepage: oneOrMore(iri),
      },
    },
  ],
}

/** 3.3.5: of the motivations that the model names, or an IRI of another vocabulary. */
const motivation = {
  anyOf: [
    {
      enum: [
        'assessing',
        'bookmarking',
        'classifying',
        'commenting',
        'describing',
        'editing',
        'highlighting',
        'identifying',
        'linking',
        'moderating',
        'questioning',
        'replying',
        'tagging',
      ],
    },
    iri,
  ],
}

const life = {
  created: moment,
  modified: moment,
  generated: moment,
  creator: oneOrMore(agent),
  generator: oneOrMore(agent),
}

/** 4.2.4, 4.2.5 */
const selector = {
  type: 'object',
  required: ['type'],
  allOf: [
    whenA('TextQuoteSelector', {
      required: ['exact'],
      properties: { exact: { type: 'string' }, prefix: { type: 'string' }, suffix: { type: 'string' } },
    }),
    whenA('TextPositionSelector', {
      required: ['start', 'end'],
      properties: { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
    }),
  ],
}

/** 4: exactly one source, and any number of selectors. */
const specificResource = {
  required: ['source'],
  properties: {
    source: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
    selector: oneOrMore({ anyOf: [iri, selector] }),
    purpose: oneOrMore(motivation),
  },
}

/** 3.2.1, 3.2.3, 3.2.4: an address, an embedded text with exactly one value, or a part of something. */
const resource = {
  anyOf: [
    iri,
    {
      type: 'object',
      properties: { ...life, purpose: oneOrMore(motivation), format: { type: 'string' } },
      anyOf: [{ required: ['id'] }, { required: ['value'] }, { required: ['source'] }, { required: ['items'] }],
      allOf: [
        whenA('TextualBody', { required: ['value'], properties: { value: { type: 'string' } } }),
        either({ anyOf: [isA('SpecificResource'), { required: ['source'] }] }, specificResource),
      ],
    },
  ],
}

/** 3.1 – 3.3. A body is left out when there is none, and never stands beside a bodyValue. */
export const annotationMusts = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': context,
    id: iri,
    type: includes('Annotation'),
    body: oneOrMore({ anyOf: [resource, { type: 'string' }] }),
    bodyValue: { type: 'string' },
    target: oneOrMore(resource),
    motivation: oneOrMore(motivation),
    ...life,
    rights: oneOrMore(iri),
    canonical: iri,
    via: oneOrMore(iri),
  },
  not: { required: ['body', 'bodyValue'] },
}

/** 5.2. A page has its annotations in a list, even one. */
const page = {
  type: 'object',
  required: ['id', 'type', 'items'],
  properties: {
    id: iri,
    type: includes('AnnotationPage'),
    partOf: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
    items: { type: 'array', items: annotationMusts },
    startIndex: { type: 'integer', minimum: 0 },
    next: { anyOf: [iri, { type: 'object', required: ['id'] }] },
    prev: { anyOf: [iri, { type: 'object', required: ['id'] }] },
  },
}

/** 5.1. What has annotations in it says where they begin. */
export const collectionMusts = {
  type: 'object',
  required: ['@context', 'id', 'type'],
  properties: {
    '@context': context,
    id: iri,
    type: includes('AnnotationCollection'),
    label: oneOrMore({ type: 'string' }),
    total: { type: 'integer', minimum: 0 },
    first: { anyOf: [iri, page] },
    last: { anyOf: [iri, { type: 'object', required: ['id'] }] },
    ...life,
  },
  ...either({ required: ['total'], properties: { total: { minimum: 1 } } }, { required: ['first'] }),
}
