/** A person: initials on one of eight hues. The hue never stands alone; the name is read aloud and shown on hover. */
import type { CSSProperties } from 'react'
import css from './face.module.css'

export interface FaceProps {
  readonly person: { readonly name: string; readonly initials: string; readonly hue: number }
  readonly size?: 20 | 24 | 28
  /** Where the name stands beside it already. */
  readonly decorative?: boolean
}

export function Face({ person, size = 24, decorative = false }: FaceProps) {
  const style: CSSProperties = { background: `var(--hue-${person.hue})`, inlineSize: size, blockSize: size }
  const told = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': person.name, title: person.name }
  return (
    <span className={css['face']} style={style} data-size={size} {...told}>
      {person.initials}
    </span>
  )
}
