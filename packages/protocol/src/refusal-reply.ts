/** The reply each refusal gets over HTTP. One line per code; the compiler notices a missing one. Rule WP3. */
import type { RefusalCode } from '#domain/refusal.ts'

export interface RefusalReply {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  readonly text: string
}

export const refusalReplies: Record<RefusalCode, RefusalReply> = {
  'not-signed-in': { status: 401, text: 'Sign in first.' },
  // Unknown and unreadable get the same reply; a different one would tell strangers which embargoed articles exist.
  'not-found': { status: 404, text: 'There is nothing here that is open to you.' },
  'not-understood': { status: 400, text: 'This request is not of the form described in /api/openapi.json.' },
  'origin-not-allowed': {
    status: 403,
    text: 'Requests that change something are taken from Tickmark’s own pages only.',
  },
  'too-large': { status: 413, text: 'This is larger than Tickmark takes in one piece.' },
  'may-not-edit': {
    status: 403,
    text: 'Bringing in or changing articles takes the role of reporter, checker or editor.',
  },
  'may-not-mark': { status: 403, text: 'Marking claims takes the role of checker or editor.' },
  'may-not-decide': { status: 403, text: 'Deciding on claims takes the role of checker or editor.' },
  'not-an-editor': { status: 403, text: 'Signing off takes the role of editor.' },
  'may-not-add-sources': { status: 403, text: 'Adding sources takes the role of reporter, checker or editor.' },
  'no-verdict-yet': { status: 409, text: 'Nobody has given a verdict on this claim yet.' },
  'own-verdict': { status: 403, text: 'Someone else has to sign off your verdict.' },
  'verdicts-differ': {
    status: 409,
    text: 'Two verdicts on this claim were given unseen of each other. Settle them first.',
  },
  'words-changed': { status: 409, text: 'The wording changed while you were reading. Look again.' },
  'verdict-changed': { status: 409, text: 'The verdict changed while you were reading. Look again.' },
  'why-needed': { status: 422, text: 'This needs a reason.' },
  'nothing-changed': { status: 409, text: 'Nothing has changed since.' },
  detached: { status: 409, text: 'These words are no longer in the text.' },
  withdrawn: { status: 409, text: 'This claim has been withdrawn.' },
  'already-signed-off': { status: 409, text: 'These words and this verdict are signed off already.' },
  'locator-needed': { status: 422, text: 'Say where in the source to look: a page, a time, a paragraph.' },
  'source-unknown': { status: 422, text: 'This source is not in the library.' },
  'person-unknown': { status: 422, text: 'Nobody who may check claims here goes by this name.' },
  'words-not-found': { status: 422, text: 'These words are not in the article as quoted.' },
  'words-found-twice': {
    status: 422,
    text: 'These words stand in several places. Add what comes before or after them.',
  },
  'nothing-to-import': { status: 422, text: 'There are no words in this to bring in.' },
  'key-used-before': { status: 409, text: 'This Idempotency-Key was used for something else.' },
  'not-stored': { status: 503, text: 'This could not be stored just now. Nothing was changed; try again.' },
  throttled: { status: 429, text: 'Too many tries. Wait a few minutes before the next one.' },
  reopened: { status: 409, text: 'A source that the verdict rests on was taken back. Judge the claim again first.' },
  'may-not-talk': { status: 403, text: 'Talk and answers take the role of reporter, checker or editor.' },
  'words-needed': { status: 422, text: 'There is nothing written here yet.' },
  'already-answered': { status: 409, text: 'Somebody has answered this query already.' },
  'not-at-this-stage': { status: 409, text: 'The article is not at the stage for this.' },
  'gate-closed': { status: 409, text: 'Something still stands in the way. The review page lists it.' },
  'changed-since': { status: 409, text: 'The text or a verdict changed while you were reading. Look again.' },
  'approval-stale': { status: 409, text: 'The approval no longer counts: something has changed since. Approve again.' },
  'nothing-to-except': { status: 409, text: 'This claim does not stand in the way of that rule.' },
  'anonymity-needed': { status: 422, text: 'Say why this source is not named.' },
  'attribution-needed': {
    status: 422,
    text: 'On background needs an attribution line: how the article may describe them.',
  },
  'source-withdrawn': { status: 409, text: 'This source was withdrawn; nothing new can rest on it.' },
  'not-mergeable': {
    status: 409,
    text: 'These two cannot be merged: they are one, or one of them takes part in a merge already.',
  },
  'source-merged': { status: 409, text: 'This source was merged into another. Do this there, or undo the merge.' },
  'terms-differ': { status: 409, text: 'These two speak on different terms. Make their terms the same first.' },
  'terms-by-editor': { status: 403, text: 'An editor says whether a source may be named or quoted more openly.' },
  'not-an-admin': { status: 403, text: 'Members, rules and tokens are for admins.' },
  'roles-needed': { status: 422, text: 'Choose a role that can be given here.' },
  'last-admin': { status: 409, text: 'A newsroom needs at least one admin. Make somebody else admin first.' },
  'email-not-understood': { status: 422, text: 'This is not an e-mail address.' },
  'member-already': { status: 409, text: 'This person is a member already.' },
  'invitation-over': { status: 409, text: 'This invitation was used, withdrawn or has run out. Ask for a new one.' },
  'password-too-short': { status: 422, text: 'A password has at least 10 characters.' },
  'already-set-up': { status: 409, text: 'This Tickmark has its first account already. Sign in instead.' },
  'code-needed': { status: 403, text: 'This takes the code that Tickmark printed when it was started.' },
  'file-kind-unknown': { status: 422, text: 'Tickmark reads .docx, .html, .md and .txt files.' },
  'file-broken': { status: 422, text: 'This file could not be read. It may be damaged or not be what its name says.' },
  'file-too-much': { status: 422, text: 'Reading this file takes more time or memory than an article needs.' },
  'file-unknown': { status: 422, text: 'This file has not been uploaded here.' },
  'title-in-text': { status: 409, text: 'The title is part of the text: change it there.' },
}
