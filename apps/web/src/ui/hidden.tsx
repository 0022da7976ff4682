/** Words for screen readers only. */
import type { ReactNode } from 'react'
import css from './field.module.css'

export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={css['hidden']}>{children}</span>
)
