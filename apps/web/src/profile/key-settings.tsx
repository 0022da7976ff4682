/**
 * A person's own keys for the article desk: letters as verbs or not, whether a verdict leads on, and each command's key. A key does one
 * thing: one that is taken is named, and can be swapped. Rules KY5, KY6.
 */
import { useEffect, useState } from 'react'
import { labelOf } from '#web/claims/command-words.ts'
import { type Command, commandGroups, commands } from '#web/claims/commands.ts'
import { chooseKeys, initialChoice, isCharacter, keyOfCommand, useKeyChoice } from '#web/claims/key-choice.ts'
import { keyOf } from '#web/claims/keys.ts'
import { nameOfKey } from '#web/claims/platform.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './profile.module.css'
import '#web/words/keys.ts'

const switches = ['verbs', 'advance'] as const
const changeable = commands.filter(({ key }) => isCharacter(key))

interface Taken {
  readonly by: Command
  readonly key: string
}

export function KeySettings() {
  const { t } = useWords()
  const choice = useKeyChoice()
  const [asked, setAsked] = useState<Command | null>(null)
  const [refused, setRefused] = useState<{ readonly of: Command; readonly taken: Taken | null } | null>(null)

  const give = (command: Command, key: string) => {
    const { [command.id]: _before, ...others } = choice.keys
    chooseKeys({ keys: key === command.key ? others : { ...others, [command.id]: key } })
  }
  const swap = (command: Command, { by, key }: Taken) => {
    chooseKeys({ keys: { ...choice.keys, [command.id]: key, [by.id]: keyOfCommand(choice, command) } })
    setRefused(null)
  }

  useEffect(() => {
    if (asked === null) return
    const onKey = (event: KeyboardEvent) => {
      if (/^(?:Shift|Control|Alt|Meta|AltGraph)$/.test(event.key)) return
      setAsked(null)
      setRefused(null)
      // Tab goes on to the next command.
      if (event.key === 'Tab') return
      event.preventDefault()
      event.stopPropagation()
      const key = keyOf(event)
      if (event.key === 'Escape') return
      if (key === null || !isCharacter(key)) return setRefused({ of: asked, taken: null })
      const by = takenBy(choice, asked, key)
      if (by === null) give(asked, key)
      else setRefused({ of: asked, taken: { by, key } })
    }
    const stop = () => setAsked(null)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', stop, true)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', stop, true)
    }
  })

  return (
    <section id="keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading" className={css['subheading']}>
        {t('keys.settings')}
      </h2>
      <p className={css['quiet']}>{t('keys.settingsHint')}</p>
      <CheckboxGroup
        label={t('keys.settingsSwitches')}
        choices={switches.map((id) => ({ id, text: t(`keys.switch.${id}`), hint: t(`keys.switchHint.${id}`) }))}
        value={switches.filter((id) => choice[id])}
        onChange={(on) => chooseKeys({ verbs: on.includes('verbs'), advance: on.includes('advance') })}
      />
      {choice.verbs &&
        commandGroups.map((group) => (
          <div key={group} role="group" aria-label={t(`keys.group.${group}`)} className={css['keyGroup']}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <ul className={css['keyList']}>
              {changeable
                .filter((command) => command.group === group)
                .map((command) => {
                  const key = keyOfCommand(choice, command)
                  const label = t(labelOf(command.id))
                  return (
                    <li key={command.id} className={css['keyRow']}>
                      <span className={css['what']}>{label}</span>
                      <kbd>{nameOfKey(key)}</kbd>
                      <Button
                        size="small"
                        aria-label={t('keys.changeOf', { command: label, key: nameOfKey(key) })}
                        onPress={() => setAsked(command)}
                      >
                        {t(asked === command ? 'keys.press' : 'keys.change')}
                      </Button>
                      {key !== command.key && (
                        <Button
                          size="small"
                          look="quiet"
                          aria-label={t('keys.resetOf', { command: label, key: nameOfKey(command.key) })}
                          onPress={() => {
                            const by = takenBy(choice, command, command.key)
                            if (by === null) give(command, command.key)
                            else setRefused({ of: command, taken: { by, key: command.key } })
                          }}
                        >
                          {t('keys.reset', { key: nameOfKey(command.key) })}
                        </Button>
                      )}
                      <span role="status" className={css['keyNote']}>
                        {asked === command && t('keys.pressHint', { command: label })}
                        {refused?.of === command &&
                          (refused.taken === null
                            ? t('keys.notThis')
                            : t('keys.taken', {
                                key: nameOfKey(refused.taken.key),
                                command: t(labelOf(refused.taken.by.id)),
                              }))}
                      </span>
                      {refused?.of === command && refused.taken !== null && isSwappable(choice, refused.taken) && (
                        <Button size="small" onPress={() => refused.taken && swap(command, refused.taken)}>
                          {t('keys.swap')}
                        </Button>
                      )}
                    </li>
                  )
                })}
            </ul>
          </div>
        ))}
      <Button look="quiet" onPress={() => chooseKeys(initialChoice)}>
        {t('keys.resetAll')}
      </Button>
    </section>
  )
}

type Choice = ReturnType<typeof useKeyChoice>

/** Who has the key already, or begins with it. */
const takenBy = (choice: Choice, command: Command, key: string): Command | null =>
  commands.find((other) => {
    if (other.id === command.id) return false
    const theirs = keyOfCommand(choice, other)
    return theirs === key || theirs.startsWith(`${key} `)
  }) ?? null

const isSwappable = (choice: Choice, { by, key }: Taken): boolean =>
  keyOfCommand(choice, by) === key && isCharacter(by.key)
