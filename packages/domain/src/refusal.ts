/**
 * Every way Tickmark says no. A closed set: `packages/protocol` gives each its reply, and the compiler notices a missing one.
 */
export const refusalCodes = [
  'not-signed-in',
  'not-found',
  'not-understood',
  'origin-not-allowed',
  'too-large',
  'may-not-edit',
  'may-not-mark',
  'may-not-decide',
  'not-an-editor',
  'may-not-add-sources',
  'no-verdict-yet',
  'own-verdict',
  'verdicts-differ',
  'words-changed',
  'verdict-changed',
  'why-needed',
  'nothing-changed',
  'detached',
  'withdrawn',
  'already-signed-off',
  'locator-needed',
  'source-unknown',
  'person-unknown',
  'words-not-found',
  'words-found-twice',
  'nothing-to-import',
  'key-used-before',
  'not-stored',
] as const

export type RefusalCode = (typeof refusalCodes)[number]
