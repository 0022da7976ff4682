/** Everything the web app asks of the server, one function a request, one file a resource. Refusals are values; nothing here throws. */
import { articleApi } from './article.ts'
import { claimsApi } from './claims.ts'
import { draftsApi } from './drafts.ts'
import { membersApi } from './members.ts'
import { newsroomApi } from './newsroom.ts'
import { reviewApi } from './review.ts'
import { sessionApi } from './session.ts'
import { sourcesApi } from './sources.ts'
import { talkApi } from './talk.ts'
import { ticksApi } from './ticks.ts'

export const api = {
  ...sessionApi,
  ...membersApi,
  ...newsroomApi,
  ...articleApi,
  ...draftsApi,
  ...reviewApi,
  ...ticksApi,
  ...claimsApi,
  ...talkApi,
  ...sourcesApi,
}
