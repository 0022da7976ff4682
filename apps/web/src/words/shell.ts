/** The words of the frame: sign-in, top bar, account, errors. */
import { sentences } from './sentences.ts'

export const shellWords = sentences({
  'app.skip': 'Skip to content',
  'app.title': '{page} · Tickmark',
  'app.loading': 'Loading…',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.dismiss': 'Dismiss',
  'app.messages': 'Messages',

  'demo.label': 'Demo',
  'demo.banner': 'Demo. Everything here resets when you stop it.',

  'account.label': 'Account of {name}',
  'account.newsrooms': 'Newsroom',
  'account.profile': 'Your account',
  'account.members': 'Members',
  'account.api': 'API',
  'account.theme': 'Theme',
  'account.theme.system': 'As the system',
  'account.theme.light': 'Light',
  'account.theme.dark': 'Dark',
  'account.theme.contrast': 'High contrast',
  'account.language': 'Interface language',
  'account.language.en': 'English',
  'account.language.pseudo': 'Right-to-left test',
  'account.signOut': 'Sign out',
  'account.keptHere':
    '{count, plural, one {# decision has} other {# decisions have}} not reached the server yet. Signing out drops {count, plural, one {it} other {them}}.',
  'account.signOutAnyway': 'Sign out all the same',

  'frame.desk': 'Desk',
  'frame.where': 'Where you are',
  'frame.deskOf': '{newsroom}: desk',

  'live.waiting': 'Connection lost. Trying again…',
  'live.back': 'Connected again.',

  'time.left.minutes': '{minutes} min',
  'time.left.hours': '{allHours} h {minutes}',
  'time.left.days': '{days} d {hours} h',
  'time.late.minutes': 'late {minutes} min',
  'time.late.hours': 'late {allHours} h {minutes}',
  'time.late.days': 'late {days} d {hours} h',

  'notFound.page': 'Not found',
  'notFound.heading': 'Nothing here',
  'notFound.text': 'There is nothing at this address that is open to you.',
  'notFound.home': 'Go to your desk',

  'error.page': 'Something went wrong',
  'error.heading': 'This page could not be shown',
  'error.again': 'Try again',
  'error.reload': 'Reload the page',
  'error.bug': 'Something in this page broke. Reloading usually helps; nothing that was saved is lost.',
  'frame.sources': 'Sources',
  'waiting.link': 'Waiting',
  'waiting.linkCount': 'What waits for you, {count}',
})
