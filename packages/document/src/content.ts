/**
 * What a document says, without the claim marks over it: words, formatting, links and blocks. Two documents say the same when these
 * strings are equal, wherever their marks are and however their JSON was stored. Rule RV2.
 */
import { Transform } from '@tiptap/pm/transform'
import { claimMarkName } from './claim-mark.ts'
import type { DocumentJson } from './draft.ts'
import { articleSchema } from './schema.ts'
import { documentFrom } from './seed.ts'

export function contentOf(json: DocumentJson): string {
  const document = documentFrom(json)
  const unmarked = new Transform(document).removeMark(0, document.content.size, articleSchema.marks[claimMarkName])
  return JSON.stringify(unmarked.doc.toJSON())
}
