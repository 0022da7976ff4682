/** The name of the thing, with the tick a checker puts over each word. */
import css from './frame.module.css'

export const Wordmark = () => (
  <span className={css['wordmark']}>
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d="M3 11.2 7.6 16 17.4 3.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
    Tickmark
  </span>
)
