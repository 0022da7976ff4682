/** What import changed or could not bring along, in words. Nothing is dropped in silence. */
import type { ImportNote } from '#document/draft.ts'
import type { Words } from '#web/words/words.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './import.module.css'

export function noteInWords({ t, locale }: Words, note: ImportNote): string {
  switch (note.code) {
    case 'title-kept-once':
      return t('import.note.title-kept-once', { times: note.times })
    case 'date-line': {
      const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(note.date))
      return t('import.note.date-line', { line: note.line, date })
    }
    case 'deck-recognised':
      return t('import.note.deck-recognised')
    case 'title-missing':
      return t('import.note.title-missing', { title: note.title })
    case 'left-out':
      return t(`import.note.left-out.${note.what}`, { count: note.count })
    case 'words-left-out':
      return t(`import.note.aside.${note.what}`, { count: note.count })
    case 'tracked-changes': {
      const { insertions, deletions, moves } = note
      return t(`import.note.tracked.${note.taken}`, { insertions, deletions, moves })
    }
    case 'encoding':
      return t(`import.note.encoding.${note.encoding}`)
    case 'formatting-left-out':
      return t('import.note.formatting-left-out', { what: note.what, count: note.count })
    case 'control-characters':
      return t('import.note.control-characters', { count: note.count })
    case 'line-ends':
      return t('import.note.line-ends', { count: note.count })
  }
}

export function Notes({ notes }: { notes: readonly ImportNote[] }) {
  const words = useWords()
  if (notes.length === 0) return <p className={css['quiet']}>{words.t('import.notes.none')}</p>
  return (
    <ul className={css['notes']}>
      {notes.map((note, index) => (
        <li key={index}>
          {noteInWords(words, note)}
          {note.code === 'words-left-out' && <Aside words={note.words} />}
        </li>
      ))}
    </ul>
  )
}

/** The words themselves, for whoever wants to see what is not in the text. */
function Aside({ words }: { words: readonly string[] }) {
  const { t } = useWords()
  return (
    <details className={css['aside']}>
      <summary>{t('import.note.show')}</summary>
      <ul>
        {words.map((each, index) => (
          <li key={index} dir="auto">
            {each}
          </li>
        ))}
      </ul>
    </details>
  )
}
