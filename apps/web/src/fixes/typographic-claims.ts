/** Claims whose words changed since their verdict in how they are set and in nothing else, in the order of the text. Rule TY1. */
import { isTypographic } from '#document/typographic.ts'
import type { DeskClaim, KnownClaim } from '#web/claims/desk-claim.ts'

export const isOnlyTypographic = ({ stored }: KnownClaim): boolean =>
  stored.verdict !== null && stored.place === 'reworded' && isTypographic(stored.verdict.words, stored.words)

export const typographicClaims = (claims: readonly DeskClaim[]): KnownClaim[] =>
  claims.filter(
    (claim): claim is KnownClaim =>
      claim.state === 'known' && claim.standing === 'reworded' && isOnlyTypographic(claim),
  )
