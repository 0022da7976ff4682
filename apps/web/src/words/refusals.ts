/** Every way Tickmark says no, in a sentence that says why and what to do: the server's own, unless the screen can say more. */
import { type RefusalCode, refusalCodes } from '#domain/refusal.ts'
import { refusalReplies } from '#protocol/refusal-reply.ts'
import { sentences } from './sentences.ts'

/** What goes wrong on the way to the server, beside the server's own refusals. */
export type WireRefusal = 'offline' | 'wrong-password' | 'too-many-attempts' | 'server-trouble'
export type AnyRefusal = RefusalCode | WireRefusal

/** Said to a person at the screen, who can see and do more than a program can. */
const atTheScreen = {
  'not-signed-in': 'You are signed out. Sign in to go on.',
  'not-understood': 'The server did not understand this. Reload the page; it may be older than the server.',
  'origin-not-allowed': 'This page was opened under an address that the server does not take changes from.',
  'own-verdict': 'This verdict is yours. Someone else has to sign it off.',
  'verdicts-differ': 'Two verdicts were given unseen of each other. The next verdict settles it.',
  'source-unknown': 'This source is not in the library any more.',
  'words-found-twice': 'These words stand in several places. Select a few more.',
  'key-used-before': 'This was sent once before as something else. Try again.',
} as const satisfies Partial<Record<RefusalCode, string>>

const onTheWay: Record<WireRefusal, string> = {
  offline: 'The server cannot be reached. Nothing was changed; try again when you are back online.',
  'wrong-password': 'This email address and password do not go together.',
  'too-many-attempts': 'Too many attempts. Wait a minute, then try again.',
  'server-trouble': 'The server ran into trouble. Nothing was changed; try again.',
}

const fromServer = Object.fromEntries(refusalCodes.map((code) => [code, refusalReplies[code].text]))

export const refusalWords = { ...fromServer, ...atTheScreen, ...onTheWay } as Record<AnyRefusal, string>

export const refusalSentences = sentences(
  Object.fromEntries(Object.entries(refusalWords).map(([code, sentence]) => [`refusal.${code}`, sentence])) as Record<
    `refusal.${AnyRefusal}`,
    string
  >,
)
