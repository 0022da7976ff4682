/**
 * The one icon set: 14 px, drawn on a 16 grid in the colour of the words beside it; never emoji. An icon says nothing to a screen
 * reader: the word next to it, or the label of its button, does.
 */
import type { ReactNode } from 'react'
import css from './icon.module.css'

const line = (path: string) => <path d={path} />
const solid = (path: string) => <path d={path} fill="currentColor" stroke="none" />

const glyphs = {
  // Verdicts
  tick: line('M3 8.6 6.4 12 13 4.4'),
  pencil: line('M3.2 12.8 4 9.6 10.8 2.8a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2L6.4 12l-3.2.8ZM9.4 4.2l2.4 2.4'),
  'half-circle': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      {solid('M8 2.5a5.5 5.5 0 0 0 0 11Z')}
    </>
  ),
  question: (
    <>
      {line('M5.2 5.6C5.3 3.9 6.5 3 8 3c1.6 0 2.8 1 2.8 2.5 0 2.2-2.8 2.2-2.8 4.3')}
      <circle cx="8" cy="12.7" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  cross: line('M3.8 3.8 12.2 12.2M12.2 3.8 3.8 12.2'),
  'left-half': solid('M10 2.2a5.8 5.8 0 0 0 0 11.6Z'),
  scissors: (
    <>
      <circle cx="4" cy="4.4" r="1.9" />
      <circle cx="4" cy="11.6" r="1.9" />
      {line('M5.6 5.5 13.4 11.4M5.6 10.5 13.4 4.6')}
    </>
  ),
  circle: <circle cx="8" cy="8" r="5.3" />,
  // Boxes: how far a claim is
  box: <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" />,
  'box-half': (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" />
      {solid('M3 3h10L3 13Z')}
    </>
  ),
  'box-full': (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" />
      {solid('M5.2 5.2h5.6v5.6H5.2Z')}
    </>
  ),
  'box-empty': <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1" strokeDasharray="2 2" />,
  // Beside words
  again: line('M12.9 8a4.9 4.9 0 1 1-1.5-3.5M12.9 2.2v3h-3'),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.2" cy="8" r="1.3" />
      <circle cx="8" cy="8" r="1.3" />
      <circle cx="12.8" cy="8" r="1.3" />
    </g>
  ),
  risk: <path d="M5.8 2.5v11M10.2 2.5v11" strokeWidth="2" />,
  differ: line('M2.5 5.5h8.5M8.5 3 11 5.5 8.5 8M13.5 10.5H5M7.5 8 5 10.5 7.5 13'),
  // The frame
  plus: line('M8 3v10M3 8h10'),
  minus: line('M3 8h10'),
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      {line('M10.2 10.2 13.6 13.6')}
    </>
  ),
  'chevron-down': line('M4 6.2 8 10.2 12 6.2'),
  'chevron-up': line('M4 9.8 8 5.8 12 9.8'),
  'chevron-start': line('M10 3.5 5.5 8 10 12.5'),
  'chevron-end': line('M6 3.5 10.5 8 6 12.5'),
  back: line('M13.2 8H3M7 4 3 8l4 4'),
  list: line('M5.8 4h7.4M5.8 8h7.4M5.8 12h7.4M2.6 4h.4M2.6 8h.4M2.6 12h.4'),
  link: line(
    'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      {line('M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2')}
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.5" />
      {line('M3 13.4c.4-2.6 2.4-4 5-4s4.6 1.4 5 4')}
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      {line('M8 4.8V8l2.2 1.6')}
    </>
  ),
  flag: line('M4 13.8V2.6M4 3h8.2l-2 2.8 2 2.8H4'),
  warning: (
    <>
      {line('M8 2.6 14 13H2Z')}
      {line('M8 6.6v3')}
      <circle cx="8" cy="11.3" r=".8" fill="currentColor" stroke="none" />
    </>
  ),
  note: line('M4 2.8h8v10.4H4ZM6.2 6h3.6M6.2 8.6h3.6'),
  // Sources
  official: line('M2.5 13.5h11M3.5 11.5V7M6.5 11.5V7M9.5 11.5V7M12.5 11.5V7M2.5 6.5 8 2.8l5.5 3.7Z'),
  interview: line('M2.8 3.5h10.4v7H7.4L4.8 13v-2.5h-2Z'),
  press: line('M2.8 3.5h8.4v9.2H4.2a1.4 1.4 0 0 1-1.4-1.4ZM11.2 6.2h2v5.1a1.4 1.4 0 0 1-1.4 1.4M4.8 6h4.4M4.8 8.4h4.4'),
  document: line('M4 2.5h5.2L12 5.3v8.2H4ZM9 2.6v2.9h2.9'),
  dataset: line('M3 13V9.5M6.4 13V6M9.8 13V8M13.2 13V3'),
  book: line('M8 4.2C6.6 3.2 4.8 3 2.8 3v9c2 0 3.8.2 5.2 1.2 1.4-1 3.2-1.2 5.2-1.2V3c-2 0-3.8.2-5.2 1.2ZM8 4.2v9'),
  other: line('M8 2.8 13.2 8 8 13.2 2.8 8Z'),
} satisfies Record<string, ReactNode>

export type Glyph = keyof typeof glyphs

/** Glyphs that point along the line of reading and turn round with it. */
const turning: ReadonlySet<Glyph> = new Set<Glyph>(['chevron-start', 'chevron-end', 'back', 'list'])

export function Icon({ glyph, size = 14 }: { glyph: Glyph; size?: number }) {
  return (
    <svg
      className={`${css['icon']} ${turning.has(glyph) ? css['turning'] : ''}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {glyphs[glyph]}
    </svg>
  )
}
