/** Whether the desk opens with suggested claims. Loaded with the details of an article, not with the page. */
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/import.ts'

export function SuggestsChoice({ value, onChange }: { value: boolean; onChange: (suggests: boolean) => void }) {
  const { t } = useWords()
  return (
    <CheckboxGroup
      label={t('import.begin')}
      choices={[{ id: 'suggests', text: t('import.suggests'), hint: t('import.suggestsHint') }]}
      value={value ? ['suggests'] : []}
      onChange={(chosen) => onChange(chosen.includes('suggests'))}
    />
  )
}
