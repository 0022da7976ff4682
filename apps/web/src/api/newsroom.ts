/** A newsroom as a whole: its desk and what waits in it. */
import { ask, at, room } from './ask.ts'

export const newsroomApi = {
  newsroom: (newsroom: string) => ask(room.$get(at({ newsroom }))),
  desk: (newsroom: string) => ask(room.desk.$get(at({ newsroom }))),
  articles: (newsroom: string) => ask(room.articles.$get(at({ newsroom }))),
  firstNight: (newsroom: string) => ask(room['first-night'].$get(at({ newsroom }))),
  waiting: (newsroom: string) => ask(room.waiting.$get(at({ newsroom }))),
}
