/** Who is asking, as the rules of `domain` want to know it: the same question before a click here and after it on the server. */
import type { Actor } from '#domain/actor.ts'
import type { NewsroomView, PersonView } from '#protocol/view.ts'

export const actorOf = (newsroom: NewsroomView, person: PersonView = newsroom.me): Actor => ({
  id: person.id,
  name: person.name,
  newsroomId: newsroom.slug,
  roles: new Set(person.roles),
})
