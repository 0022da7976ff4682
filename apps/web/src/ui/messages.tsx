/**
 * What the interface says by itself: toasts, at most three, and a live region for screen readers. There is one of each per tab.
 * `toast` shows and speaks; `announce` only speaks. A toast with an action stays until it is taken or closed; nothing that matters
 * is told by a toast alone.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from '#web/words/words.tsx'
import { Button, IconButton } from './button.tsx'
import css from './messages.module.css'
import { VisuallyHidden } from './hidden.tsx'

export interface Toast {
  readonly text: string
  readonly action?: { readonly text: string; readonly take: () => void }
}

interface Shown extends Toast {
  readonly id: number
}

interface Messages {
  readonly toasts: readonly Shown[]
  readonly spoken: { readonly id: number; readonly text: string }
}

const lastingMs = 6_000
let messages: Messages = { toasts: [], spoken: { id: 0, text: '' } }
let next = 1
const listeners = new Set<() => void>()

function set(change: Partial<Messages>): void {
  messages = { ...messages, ...change }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announce(text: string): void {
  set({ spoken: { id: next++, text } })
}

export function toast(shown: Toast): void {
  set({ toasts: [...messages.toasts.filter(({ text }) => text !== shown.text), { ...shown, id: next++ }].slice(-3) })
  announce(shown.text)
}

const dismiss = (id: number): void => set({ toasts: messages.toasts.filter((one) => one.id !== id) })

export function MessageRegion() {
  const { t } = useWords()
  const { toasts, spoken } = useSyncExternalStore(subscribe, () => messages)
  return (
    <>
      <div role="status" aria-live="polite">
        <VisuallyHidden>
          <span key={spoken.id}>{spoken.text}</span>
        </VisuallyHidden>
      </div>
      {toasts.length > 0 && (
        <section className={css['region']} aria-label={t('app.messages')}>
          {toasts.map((one) => (
            <ToastView key={one.id} toast={one} />
          ))}
        </section>
      )}
    </>
  )
}

function ToastView({ toast: { id, text, action } }: { toast: Shown }) {
  const { t } = useWords()
  useEffect(() => {
    if (action) return
    const timer = setTimeout(() => dismiss(id), lastingMs)
    return () => clearTimeout(timer)
  }, [id, action])
  return (
    <div className={css['toast']}>
      <span className={css['text']}>{text}</span>
      {action && (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            dismiss(id)
            action.take()
          }}
        >
          {action.text}
        </Button>
      )}
      <IconButton glyph="cross" size="small" label={t('app.dismiss')} onPress={() => dismiss(id)} />
    </div>
  )
}
