/** Somebody’s words, with face, name and time; those they call on stand out. Erased words say that they were. */
import { personOf, useDesk } from '#web/claims/desk.ts'
import { Face } from '#web/ui/face.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { piecesOf } from './mentions.ts'
import css from './talk.module.css'

interface SaidProps {
  readonly by: string
  readonly at: string
  readonly text: string | null
  readonly erased: boolean
  /** What they do, in a sentence with their name; their name alone when nothing is given. */
  readonly does?: string
  /** Ids of the people the words call on. */
  readonly mentions?: readonly string[]
}

export function Said({ by, at, text, erased, does, mentions = [] }: SaidProps) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const person = personOf(newsroom, by)
  const called = newsroom.people.filter(({ id }) => mentions.includes(id))
  return (
    <>
      <p className={css['who']}>
        <Face person={person} size={20} decorative />
        <strong>{does ?? person.name}</strong>
        <span className={css['when']}>
          <Moment at={at} zone={newsroom.zone} />
        </span>
      </p>
      {erased && <p className={css['erased']}>{t('talk.erased')}</p>}
      {text !== null && (
        <p className={css['words']} dir="auto">
          {piecesOf(text, called).map(({ text: piece, person: one }, index) =>
            // Pieces of one text never change places.
            one === null ? piece : <b key={index}>{piece}</b>,
          )}
        </p>
      )}
    </>
  )
}
