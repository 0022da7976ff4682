/** The list of keys. Everything in it also has a visible control. */
import { Link } from '@tanstack/react-router'
import { Dialog } from '#web/ui/dialog.tsx'
import type { WordKey } from '#web/words/catalogue.ts'
import { useWords } from '#web/words/words.tsx'
import { labelOf } from './command-words.ts'
import { type CommandGroup, commandGroups, commands } from './commands.ts'
import { type KeyChoice, keymapOf, keyOfCommand, useKeyChoice } from './key-choice.ts'
import css from './keys-dialog.module.css'
import { markInEditKeys, nameOfKey, undoKeys } from './platform.ts'
import type { DeskDialogProps } from './use-desk-dialogs.ts'
import '#web/words/article.ts'
import '#web/words/keys.ts'

const inEdit: readonly (readonly [string, WordKey])[] = [
  [markInEditKeys, 'keys.markInEdit'],
  [undoKeys, 'keys.undoWords'],
  ['Esc', 'keys.backToCheck'],
]

/** KY5, KY6. As they are for this person: their own keys, and none of those that are off. */
function groupsOf(choice: KeyChoice): readonly { title: WordKey; keys: readonly (readonly [string, WordKey])[] }[] {
  const here = keymapOf(choice)
  const named = (group: CommandGroup) =>
    commands
      .filter((command) => command.group === group && here.get(keyOfCommand(choice, command)) === command)
      .map((command) => [nameOfKey(keyOfCommand(choice, command)), labelOf(command.id)] as const)
  return [
    ...commandGroups.map((group) => ({ title: `keys.group.${group}` as const, keys: named(group) })),
    { title: 'keys.group.edit', keys: inEdit },
  ]
}

export function KeysDialog({ isOpen, onOpenChange }: DeskDialogProps) {
  const { t } = useWords()
  const choice = useKeyChoice()
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className={css['keysWhen']}>
        {t(choice.verbs ? 'keys.when' : 'keys.off')}{' '}
        <Link to="/profile" hash="keys" className={css['keysOwn']}>
          {t('keys.own')}
        </Link>
      </p>
      <div className={css['keys']}>
        {groupsOf(choice).map(({ title, keys }) => (
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
