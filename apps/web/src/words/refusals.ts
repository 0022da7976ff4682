/** Every way Tickmark says no, in a sentence that says why and what to do. The compiler notices a missing one. */
import type { RefusalCode } from '#domain/refusal.ts'

/** What goes wrong on the way to the server, beside the server's own refusals. */
export type WireRefusal = 'offline' | 'wrong-password' | 'too-many-attempts' | 'server-trouble'
export type AnyRefusal = RefusalCode | WireRefusal

export const refusalWords: Record<AnyRefusal, string> = {
  'not-signed-in': 'You are signed out. Sign in to go on.',
  'not-found': 'There is nothing here that is open to you.',
  'not-understood': 'The server did not understand this. Reload the page; it may be older than the server.',
  'origin-not-allowed': 'This page was opened under an address that the server does not take changes from.',
  'too-large': 'This is larger than Tickmark takes in one piece.',
  'may-not-edit': 'Bringing in or changing articles takes the role of reporter, checker or editor.',
  'may-not-mark': 'Marking claims takes the role of checker or editor.',
  'may-not-decide': 'Deciding on claims takes the role of checker or editor.',
  'not-an-editor': 'Signing off takes the role of editor.',
  'may-not-add-sources': 'Adding sources takes the role of reporter, checker or editor.',
  'no-verdict-yet': 'Nobody has given a verdict on this claim yet.',
  'own-verdict': 'This verdict is yours. Someone else has to sign it off.',
  'verdicts-differ': 'Two verdicts were given unseen of each other. The next verdict settles it.',
  'words-changed': 'The wording changed while you were reading. Look again.',
  'verdict-changed': 'The verdict changed while you were reading. Look again.',
  'why-needed': 'This needs a reason.',
  'nothing-changed': 'Nothing has changed since.',
  detached: 'These words are no longer in the text.',
  withdrawn: 'This claim has been withdrawn.',
  'already-signed-off': 'These words and this verdict are signed off already.',
  'locator-needed': 'Say where in the source to look: a page, a time, a paragraph.',
  'source-unknown': 'This source is not in the library any more.',
  'person-unknown': 'Nobody who may check claims here goes by this name.',
  'words-not-found': 'These words are not in the article as quoted.',
  'words-found-twice': 'These words stand in several places. Select a few more.',
  'nothing-to-import': 'There are no words in this to bring in.',
  'key-used-before': 'This was sent once before as something else. Try again.',
  'not-stored': 'This could not be stored just now. Nothing was changed; try again.',
  offline: 'The server cannot be reached. Nothing was changed; try again when you are back online.',
  'wrong-password': 'This email address and password do not go together.',
  'too-many-attempts': 'Too many attempts. Wait a minute, then try again.',
  'server-trouble': 'The server ran into trouble. Nothing was changed; try again.',
}
