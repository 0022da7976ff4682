/** Claims by article: number, words, how the source bears on them, where each stands. */
import { Link, useParams } from '@tanstack/react-router'
import type { RestingClaim } from '#protocol/source-view.ts'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'

export function RestsList({ rests }: { rests: readonly RestingClaim[] }) {
  const { t } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const articles = [...new Map(rests.map(({ article }) => [article.id, article])).values()]
  return (
    <ul className={css['rests']}>
      {articles.map(({ id, title, language }) => (
        <li key={id}>
          <p className={css['restsArticle']} lang={language} dir="auto">
            {title}
          </p>
          <ul>
            {rests
              .filter(({ article }) => article.id === id)
              .toSorted((a, b) => a.number - b.number)
              .map(({ number, words, standing, evidence: { id: link, stance, locator } }) => (
                <li key={link} className={css['resting']}>
                  <Link
                    to="/$newsroom/articles/$article"
                    params={{ newsroom, article: id }}
                    search={{ claim: `C${number}` }}
                  >
                    {t('claim.number', { number })}
                  </Link>
                  <div>
                    <p lang={language} dir="auto" className={css['restingWords']}>
                      {words}
                    </p>
                    <p className={css['faint']}>
                      {t('rests.line', { stance: t(`stance.${stance}`), locator })} · {t(`standing.${standing}`)}
                    </p>
                  </div>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
