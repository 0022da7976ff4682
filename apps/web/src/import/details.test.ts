import { expect, test } from 'vitest'
import type { ArticleDraft } from '#document/draft.ts'
import { detailsFor } from './details.ts'

const aDraft = (title: string): ArticleDraft => ({
  title,
  deck: null,
  publicationDate: '2026-03-03',
  language: 'en',
  direction: 'ltr',
  document: { type: 'doc' },
})

test('ID1 what import finds is proposed, the rest is empty', () => {
  expect(detailsFor(aDraft('Ferry toll'), null)).toEqual({
    title: 'Ferry toll',
    publicationDate: '2026-03-03',
    language: 'en',
    direction: 'ltr',
    byline: '',
    desk: '',
    deadline: '',
    suggests: true,
  })
})

test('ID1 read in another way, what a person has written stays and the rest is found anew', () => {
  const draft = aDraft('Ferry toll')
  const details = { ...detailsFor(draft, null), desk: 'city', publicationDate: '', suggests: false }
  expect(detailsFor(aDraft('Ferry tolls'), { draft, details })).toEqual({
    ...details,
    title: 'Ferry tolls',
    desk: 'city',
    publicationDate: '',
  })
  const renamed = { ...details, title: 'The night of the ferry' }
  expect(detailsFor(aDraft('Ferry tolls'), { draft, details: renamed }).title).toBe('The night of the ferry')
})
