/** A page that could not be shown: a refusal in its own words, or a mistake of ours, with a way on. */
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Refused } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PlainPage } from './plain-page.tsx'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t, whyNot } = useWords()
  const router = useRouter()
  const refused = error instanceof Refused ? error : null
  if (refused?.refusal === 'not-found') return <NotFoundPage />
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <PlainPage title={t('error.page')} heading={t('error.heading')}>
      <p role="alert">{refused ? whyNot(refused.reply) : t('error.bug')}</p>
      <p>
        {refused ? (
          <Button look="primary" onPress={again}>
            {t('error.again')}
          </Button>
        ) : (
          <Button look="primary" onPress={() => location.reload()}>
            {t('error.reload')}
          </Button>
        )}
      </p>
    </PlainPage>
  )
}
