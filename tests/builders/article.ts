/**
 * An article made up for the tests, of the difficulty of a real one: the title three times, curly and straight marks, two dashes, a
 * casualty range, a name spelt two ways, voices without a name, characters beyond the first plane.
 */
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import type { UploadedFile } from '#protocol/uploaded-file.ts'
import { withReceipt } from '#server/http/uploaded-file.ts'
import type { Person } from './person.ts'
import type { TestServer } from './server.ts'

export const weirText = `Who opened the weir at Ostrava Mill?

Who opened the weir at Ostrava Mill?

13 March 2016

Who opened the weir at Ostrava Mill?

Late on Wednesday night the upper gate of the mill’s weir was opened, and by morning several hundreds, some say, thousands of people had lost their homes. At least 14 people drowned, the county said; the hospital counted 17.

“Nobody rang a bell -- nobody,” said a night watchman who asked not to be named. The mill's owner, Kamal Hussian, says that he was in the capital. "I heard it on the radio," Hussain told this newspaper last week.

Two inspectors allegedly sold the keys of the gate in the early 1990s. Officials deny it. The weir is the oldest in the country and had been inspected 11 times since 2004, more than any other.

A clerk who has seen the file 📁 says that the second page is missing. The county council meets again on Friday.
`

/** Brings `text` in by the two steps a person takes; returns the article's id and what import said. */
export async function anArticle(
  person: Person,
  {
    text = weirText,
    dueAt = null,
    original = null,
    suggests = true,
  }: { text?: string; dueAt?: string | null; original?: UploadedFile | null; suggests?: boolean } = {},
): Promise<{ id: string; seq: number; draft: ArticleDraft; notes: ImportNote[] }> {
  const { article: draft, notes } = await person.done<{ article: ArticleDraft; notes: ImportNote[] }>(
    'POST',
    'articles/import',
    { text },
  )
  const { id, seq } = await person.done<{ id: string; seq: number }>('POST', 'articles', {
    ...draft,
    dueAt,
    original,
    suggests,
  })
  return { id, seq, draft, notes }
}

/** A file as an upload leaves it among the newsroom's blobs. */
export async function aKeptFile(server: TestServer, newsroom: string, content: string): Promise<UploadedFile> {
  const bytes = Buffer.from(content)
  const newsroomId = await server.newsroomId(newsroom)
  const sha256 = await server.services.blobs.keep(newsroomId, bytes)
  return withReceipt(server.auth, newsroomId, { sha256, name: 'draft.txt', type: 'text/plain', size: bytes.length })
}
