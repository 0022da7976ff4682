/**
 * A button for a step that may be refused just now: it keeps its place and its focus, says that it is refused and is described by what
 * stands in the way; pressed nevertheless, it says so aloud and changes nothing.
 */
import { announce } from '#web/ui/messages.tsx'
import buttonCss from '#web/ui/button.module.css'
import css from './review.module.css'

export interface RefusableButtonProps {
  readonly look: 'primary' | 'plain'
  /** Why not, in words; null when it may be pressed. */
  readonly refused: string | null
  /** Id of the list that says what stands in the way. */
  readonly describedBy: string
  readonly onPress: () => void
  readonly children: React.ReactNode
}

export function RefusableButton({ look, refused, describedBy, onPress, children }: RefusableButtonProps) {
  const press = () => {
    if (refused !== null) return announce(refused)
    onPress()
  }
  return (
    <button
      type="button"
      className={`${buttonCss['button']} ${buttonCss[look]} ${buttonCss['medium']} ${css['refusable']}`}
      aria-disabled={refused !== null}
      aria-describedby={refused === null ? undefined : describedBy}
      onClick={press}
    >
      {children}
    </button>
  )
}
