/** One part of the inspector, with its name. */
import { type ReactNode, useId } from 'react'
import css from './section.module.css'

export function Section({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={css['sectionHead']}>
        <h3 id={id} className={css['sectionTitle']}>
          {title}
        </h3>
        {extra}
      </div>
      {children}
    </section>
  )
}
