/** Sending more than a person could, and waiting until the server has said that it is saved. */
import type { RawVisitor } from './raw-visitor.ts'

/** Until everything sent is saved; a closed socket is an error. */
export function allSaved(visitor: RawVisitor, withinMs = 60_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (problem?: Error) => {
      clearTimeout(late)
      visitor.onSaved = () => {}
      visitor.onEnd = () => {}
      if (problem === undefined) resolve()
      else reject(problem)
    }
    const late = setTimeout(() => over(new Error(`${visitor.saved} of ${visitor.sent} frames were saved`)), withinMs)
    visitor.onSaved = (frames) => {
      if (frames >= visitor.sent) over()
    }
    visitor.onEnd = ({ code, reason }) => over(new Error(`Closed while saving: ${code} ${reason}`))
    if (visitor.isSaved) over()
    else if (!visitor.client.isOpen) visitor.onEnd(visitor.client.ended ?? { code: 1006, reason: '' })
  })
}

/** Sends everything with at most `window` frames that are not saved yet. */
export async function sendAll(visitor: RawVisitor, updates: readonly Uint8Array[], window = 1_000): Promise<void> {
  for (let from = 0; from < updates.length; from += window / 2) {
    for (const update of updates.slice(from, from + window / 2)) visitor.update(update)
    if (visitor.sent - visitor.saved >= window / 2) await savedUpTo(visitor, visitor.sent - window / 2)
  }
  await allSaved(visitor, 600_000)
}

function savedUpTo(visitor: RawVisitor, frames: number): Promise<void> {
  return new Promise((resolve, reject) => {
    visitor.onSaved = (saved) => {
      if (saved >= frames) resolve()
    }
    visitor.onEnd = ({ code, reason }) => reject(new Error(`Closed while saving: ${code} ${reason}`))
    if (visitor.saved >= frames) resolve()
    else if (!visitor.client.isOpen) visitor.onEnd(visitor.client.ended ?? { code: 1006, reason: '' })
  })
}
