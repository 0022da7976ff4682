/** Who can be called on, asked, or given work here: members to whom the article is open. Programs are not talked to. */
import { type Actor, mayEdit, mayOpen } from '#domain/actor.ts'
import type { SteadyArticle, NewsroomView, PersonView } from '#protocol/view.ts'
import { actorOf } from '#web/frame/actor.ts'

const present = (newsroom: NewsroomView): PersonView[] =>
  newsroom.people.filter(({ kind, left }) => kind === 'person' && !left)

export const readersOf = (newsroom: NewsroomView, article: SteadyArticle): PersonView[] =>
  present(newsroom).filter((person) => mayOpen(actorOf(newsroom, person), article))

/** Those who may answer a query; one can also ask oneself to find out. */
export const answerersOf = (newsroom: NewsroomView, article: SteadyArticle): Actor[] =>
  readersOf(newsroom, article)
    .map((person) => actorOf(newsroom, person))
    .filter(mayEdit)
