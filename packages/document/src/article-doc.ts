/**
 * The Y.Doc of an article, wherever it is opened: it changes by what is applied to it or typed into it, and by nothing else. Rule CV5.
 * Yjs 13 tidies formatting up after every change from outside: it deletes markers it holds for superfluous, in a transaction of its
 * own. On the server that is a change the log does not hold; on a page an edit nobody made, and of two pages that tidy at once each
 * may delete a marker that the other relies on: a claim then runs on to the end of its paragraph.
 */
import * as Y from 'yjs'

export function articleDoc(): Y.Doc {
  const doc = new Y.Doc()
  // Emitted just before Yjs looks at the flag; there is no option for it.
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
