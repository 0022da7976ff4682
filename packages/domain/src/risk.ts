/** How much harm an error in a claim can do. Rule RK1. */
import { type ClaimKind, riskyKinds } from './kind.ts'

export const risks = ['normal', 'high'] as const
export type Risk = (typeof risks)[number]

/** RK1. Casualty counts and allegations are of high risk until a person says otherwise; any claim can be made so. */
export const riskOf = (claim: { readonly kind: ClaimKind; readonly risk: Risk | null }): Risk =>
  claim.risk ?? (riskyKinds.has(claim.kind) ? 'high' : 'normal')
