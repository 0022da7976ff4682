/** Makes people and claims for tests; a test says only what matters to it. */
import type { Actor, Role } from '#domain/actor.ts'
import type { Claim, SignOff, Truth, Verdict } from '#domain/claim.ts'
import type { Seen } from '#domain/verdict.ts'

export const aPerson = (id: string, ...roles: Role[]): Actor => ({
  id,
  name: id,
  newsroomId: 'harbour',
  roles: new Set(roles),
})

export const ana = aPerson('ana', 'editor')
export const ben = aPerson('ben', 'checker')
export const rafi = aPerson('rafi', 'reporter')
export const vera = aPerson('vera', 'viewer')

export const aVerdict = (by: Actor, more: Partial<Verdict> = {}): Verdict => ({
  seq: 7,
  rating: 'confirmed',
  by: by.id,
  heldBy: null,
  words: 'GDP fell',
  proposed: null,
  ...more,
})

export const aTruth = (by: Actor, more: Partial<Truth> = {}): Truth => ({
  seq: 8,
  rating: 'confirmed',
  by: by.id,
  words: 'GDP fell',
  ...more,
})

export const aSignOff = (by: Actor, more: Partial<SignOff> = {}): SignOff => ({
  seq: 12,
  by: by.id,
  words: 'GDP fell',
  verdict: 7,
  truth: null,
  ...more,
})

export const aClaim = (more: Partial<Claim> = {}): Claim => {
  const words = more.words ?? 'GDP fell'
  return {
    id: 'c1',
    kind: 'statistic',
    words,
    recorded: more.verdict?.words ?? words,
    attached: true,
    withdrawn: false,
    verdict: null,
    rivals: [],
    truth: null,
    signOff: null,
    reopened: false,
    ...more,
  }
}

/** What somebody has on screen who looks at the claim just now. */
export const seen = (claim: Claim): Seen => ({
  words: claim.words,
  verdict: claim.verdict?.seq ?? null,
  truth: claim.truth?.seq ?? null,
})
