/** A claim's words outside of the text, drawn as their mark is: the same tone, pattern and band. Quoted words keep their direction. */
import type { CSSProperties } from 'react'
import css from './claim-words.module.css'
import { type DeskClaim } from './desk-claim.ts'
import { lookOf } from '#web/editor/mark-style.ts'

export function ClaimWords({ claim, language }: { claim: DeskClaim; language: string }) {
  const look = lookOf({ standing: claim.standing, rating: claim.rating, faded: false, risky: false, asked: false })
  const style: CSSProperties = {
    textDecoration: look.line === 'none' ? undefined : look.line,
    background: look.band === 'marker' ? 'var(--marker)' : undefined,
    color: look.band === 'marker' ? 'var(--on-marker)' : undefined,
    borderInlineStart: look.bar ? '3px solid var(--ink)' : undefined,
    paddingInlineStart: look.bar ? 4 : undefined,
  }
  return (
    <blockquote className={css['words']} dir="auto" lang={language} data-standing={claim.standing}>
      <span style={style}>{claim.words}</span>
    </blockquote>
  )
}
