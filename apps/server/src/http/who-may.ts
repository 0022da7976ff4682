/**
 * Who may use each route of the API, one line a route: shown on the API's page, and held by tests/collab/access-table.test.ts, which
 * asks every route as everyone. A route that is missing here fails that test. Rule AC10.
 */
export const audiences = {
  anyone: 'Anyone',
  person: 'Anyone signed in',
  member: 'Members and programs of the newsroom',
  desk: 'Viewers, reporters, checkers, editors',
  edit: 'Reporters, checkers, editors',
  decide: 'Checkers, editors',
  sign: 'Editors',
  manage: 'Admins',
  erase: 'Admins to whom the article is open',
} as const
export type Audience = keyof typeof audiences

const article = '/articles/{article}'
const claim = `${article}/claims/{claim}`
const source = '/sources/{source}'

/** Outside of any newsroom. */
const open: Readonly<Record<string, Audience>> = {
  'GET /start': 'anyone',
  'GET /me': 'person',
  'POST /first-run': 'anyone',
  'GET /invitations/{newsroom}/{token}': 'anyone',
  'POST /invitations/{newsroom}/{token}': 'anyone',
}

/** Below /newsrooms/{newsroom}. */
const ofNewsroom: Readonly<Record<string, Audience>> = {
  'GET ': 'member',
  'GET /members': 'manage',
  'PATCH /members/{person}': 'manage',
  'DELETE /members/{person}': 'manage',
  'POST /invitations': 'manage',
  'DELETE /invitations/{invitation}': 'manage',
  'POST /programs': 'manage',
  'GET /desk': 'desk',
  'GET /waiting': 'desk',
  'GET /first-night': 'desk',
  'GET /sources': 'desk',
  'POST /sources': 'edit',
  'GET /sources/duplicates': 'desk',
  'GET /origins': 'desk',
  [`GET ${source}`]: 'desk',
  [`PATCH ${source}`]: 'edit',
  [`GET ${source}/rests`]: 'desk',
  [`POST ${source}/approval`]: 'sign',
  [`PUT ${source}/origin`]: 'decide',
  [`POST ${source}/withdrawal`]: 'decide',
  [`POST ${source}/reinstatement`]: 'decide',
  [`POST ${source}/merge`]: 'decide',
  [`DELETE ${source}/merge`]: 'decide',
  [`POST ${source}/documents`]: 'edit',
  [`GET ${source}/documents/{document}`]: 'desk',
  [`DELETE ${source}/documents/{document}`]: 'decide',
  'POST /articles/import': 'edit',
  'POST /articles': 'edit',
  'GET /articles': 'desk',
  [`GET ${article}`]: 'desk',
  [`PATCH ${article}`]: 'edit',
  [`PUT ${article}/access`]: 'sign',
  [`PUT ${article}/assignees`]: 'decide',
  [`GET ${article}/original`]: 'desk',
  [`GET ${article}/text`]: 'desk',
  [`GET ${article}/review`]: 'desk',
  [`POST ${article}/review-requests`]: 'decide',
  [`POST ${article}/send-backs`]: 'sign',
  [`POST ${article}/approvals`]: 'sign',
  [`POST ${article}/publication`]: 'sign',
  [`POST ${article}/looks`]: 'desk',
  [`GET ${article}/versions`]: 'desk',
  [`GET ${article}/versions/{version}`]: 'desk',
  [`POST ${article}/drafts`]: 'edit',
  [`GET ${article}/drafts`]: 'desk',
  [`GET ${article}/drafts/{draft}`]: 'desk',
  [`POST ${article}/drafts/{draft}/import`]: 'edit',
  [`DELETE ${article}/drafts/{draft}`]: 'edit',
  [`GET ${article}/history`]: 'desk',
  [`POST ${article}/history/{seq}/erasure`]: 'erase',
  [`GET ${article}/exports/csv`]: 'desk',
  [`GET ${article}/exports/json`]: 'desk',
  [`GET ${article}/exports/annotations`]: 'desk',
  [`POST ${article}/annotations`]: 'decide',
  [`GET ${article}/ticks`]: 'desk',
  [`POST ${article}/ticks`]: 'decide',
  [`POST ${article}/ticks/withdrawal`]: 'decide',
  [`GET ${article}/skips`]: 'desk',
  [`POST ${article}/skips`]: 'decide',
  [`POST ${article}/skips/withdrawal`]: 'decide',
  [`POST ${article}/wording-fixes`]: 'edit',
  [`GET ${article}/claims`]: 'desk',
  [`POST ${article}/claims`]: 'decide',
  [`GET ${claim}`]: 'desk',
  [`PATCH ${claim}`]: 'decide',
  [`POST ${claim}/verdicts`]: 'decide',
  [`POST ${claim}/still-holds`]: 'decide',
  [`POST ${claim}/verdict-withdrawal`]: 'decide',
  [`POST ${claim}/sign-offs`]: 'sign',
  [`POST ${claim}/sign-off-withdrawal`]: 'sign',
  [`POST ${claim}/truth`]: 'decide',
  [`POST ${claim}/withdrawal`]: 'decide',
  [`POST ${claim}/evidence`]: 'decide',
  [`DELETE ${claim}/evidence/{evidence}`]: 'decide',
  [`GET ${claim}/history`]: 'desk',
  [`GET ${claim}/place`]: 'desk',
  [`POST ${claim}/place`]: 'decide',
  [`POST ${claim}/merge`]: 'decide',
  [`POST ${claim}/split`]: 'decide',
  [`POST ${claim}/exceptions`]: 'sign',
  [`GET ${claim}/talk`]: 'desk',
  [`POST ${claim}/talk`]: 'edit',
  [`POST ${claim}/talk/{entry}/resolution`]: 'edit',
  [`POST ${claim}/queries`]: 'decide',
  [`POST ${claim}/queries/{query}/answer`]: 'edit',
  [`POST ${claim}/queries/{query}/decision`]: 'decide',
}

const below = '/newsrooms/{newsroom}'

/** By `METHOD /path` as the API describes it; null for a route that nobody has put here. */
export function whoMay(route: string): Audience | null {
  const [method = '', path = ''] = route.split(' ')
  const inside = path.startsWith(below) ? `${method} ${path.slice(below.length).replace(/\/$/, '')}` : null
  return (inside === null ? open[route] : ofNewsroom[inside]) ?? null
}

/** Below a newsroom, without its address. */
export const newsroomRoutes: readonly string[] = Object.keys(ofNewsroom)
export const audienceOf = (route: string): Audience | null => ofNewsroom[route] ?? null
