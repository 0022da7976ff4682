/** Taking one step, and none while it is under way: the page is read again whatever came of it, and the sentence of a refusal stays until the next try. */
import { useRef, useState } from 'react'
import type { Reply } from '#web/api/reply.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'

/** The button of a step that was taken is gone, and the focus with it: it goes on at the page's beginning, not outside of it. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('#content')?.focus()
}

export function useStep() {
  const { whyNot } = useWords()
  const { readAgain } = useReviewed()
  const [refused, setRefused] = useState<string | null>(null)
  const isUnderWay = useRef(false)
  const take = async (step: () => Promise<Reply<unknown>>, said: string): Promise<boolean> => {
    if (isUnderWay.current) return false
    isUnderWay.current = true
    setRefused(null)
    const reply = await step()
    await readAgain()
    isUnderWay.current = false
    if (reply.ok) announce(said)
    else setRefused(whyNot(reply))
    setTimeout(keepFocus, 150)
    return reply.ok
  }
  return { take, refused }
}
