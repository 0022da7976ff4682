/**
 * Yjs work that may take long, in a thread of its own (the built server starts it, see text-apart.ts): trying an unusual update on a copy
 * of the text, and making the snapshot that shortens a log. It holds nothing between two questions. Rules RM24, LG7.
 */
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import type { ApartAnswer, ApartQuestion } from './text-apart.ts'

const port = parentPort
if (port === null) throw new Error('text-worker.js is started by the server.')
const say = (answer: ApartAnswer): void => port.postMessage(answer)

port.on('message', (question: ApartQuestion) => {
  try {
    say(question.kind === 'try' ? tryOut(question) : shorten(question))
  } catch (problem) {
    say({ kind: 'failed', why: problem instanceof Error ? problem.name : 'unknown' })
  }
})

function tryOut({ state, update }: { state: Uint8Array; update: Uint8Array }): ApartAnswer {
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  // From here on the server counts the time, for the case that this never ends.
  say({ kind: 'ready' })
  const began = performance.now()
  Y.applyUpdate(doc, update)
  const tookMs = performance.now() - began
  const { pendingStructs, pendingDs } = doc.store
  return { kind: 'tried', applies: pendingStructs === null && pendingDs === null, tookMs }
}

/** LG7. Replays the log into one document, and opens what came of it again to compare. */
function shorten({ states }: { states: readonly Uint8Array[] }): ApartAnswer {
  const doc = articleDoc()
  doc.transact(() => {
    for (const state of states) Y.applyUpdate(doc, state)
  })
  const state = Y.encodeStateAsUpdate(doc)
  const reopened = articleDoc()
  Y.applyUpdate(reopened, state)
  const { pendingStructs, pendingDs } = doc.store
  const isWhole = pendingStructs === null && pendingDs === null
  return isWhole && Y.equalSnapshots(Y.snapshot(reopened), Y.snapshot(doc))
    ? { kind: 'shortened', state }
    : { kind: 'failed', why: isWhole ? 'reads-otherwise' : 'a-gap' }
}
