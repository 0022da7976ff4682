/** The list of keys. Everything in it also has a visible control. */
import { Dialog } from '#web/ui/dialog.tsx'
import type { WordKey } from '#web/words/catalogue.ts'
import { useWords } from '#web/words/words.tsx'
import css from './article.module.css'
import { markInEditKeys, undoKeys } from './platform.ts'
import '#web/words/article.ts'
import '#web/words/keys.ts'

const groups: readonly { title: WordKey; keys: readonly (readonly [string, WordKey])[] }[] = [
  {
    title: 'keys.group.move',
    keys: [
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['n', 'keys.next-left'],
      ['⇧N', 'keys.previous-left'],
      ['F6', 'keys.region'],
    ],
  },
  {
    title: 'keys.group.mark',
    keys: [
      ['s', 'keys.sentence'],
      ['m', 'keys.mark'],
    ],
  },
  {
    title: 'keys.group.decide',
    keys: [
      ['1 – 8', 'keys.verdicts'],
      ['r', 'keys.why'],
      ['o', 'keys.source'],
      ['c', 'keys.talk'],
      ['q', 'keys.query'],
      ['=', 'keys.still-holds'],
      ['v', 'keys.sign-off'],
      ['i', 'keys.to-me'],
      ['a', 'keys.assign'],
      ['f', 'keys.risk'],
      ['d', 'keys.due'],
    ],
  },
  {
    title: 'keys.group.close',
    keys: [
      ['e', 'keys.edit'],
      ['Esc', 'keys.close'],
      ['?', 'keys.keys'],
    ],
  },
  {
    title: 'keys.group.edit',
    keys: [
      [markInEditKeys, 'keys.markInEdit'],
      [undoKeys, 'keys.undo'],
      ['Esc', 'keys.backToCheck'],
    ],
  },
]

export interface KeysDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  const { t } = useWords()
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className={css['keysWhen']}>{t('keys.when')}</p>
      <div className={css['keys']}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={what}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
