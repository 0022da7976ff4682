/** What changed about a line besides its words: what it was before, and where its links led and lead. Nothing when nothing did. */
import { useWords } from '#web/words/words.tsx'
import { type Form, type Line, plainForm } from './line.ts'
import css from './versions.module.css'

const linksOf = ({ pieces }: Line): string[] => [
  ...new Set(
    pieces.flatMap(({ marks }) =>
      marks.flatMap(({ type, attrs }) =>
        type === 'link' && typeof attrs?.['href'] === 'string' ? [attrs['href']] : [],
      ),
    ),
  ),
]

export function FormNote({ before, after }: { before: Line; after: Line }) {
  const { t, direction } = useWords()
  const named = ({ as, within }: Form) =>
    [...within.map((one) => t(`versions.form.${one}`)), t(`versions.form.${as}`)].join(', ')
  const [was, is] = [named(before.form ?? plainForm), named(after.form ?? plainForm)]
  const [old, now] = [linksOf(before), linksOf(after)]
  const notes = [
    ...(was === is ? [] : [t('versions.formWas', { form: was })]),
    ...old.filter((address) => !now.includes(address)).map((address) => t('versions.linkGone', { address })),
    ...now.filter((address) => !old.includes(address)).map((address) => t('versions.linkNew', { address })),
  ]
  return notes.map((note) => (
    <span key={note} className={css['note']} dir={direction}>
      {note}
    </span>
  ))
}
