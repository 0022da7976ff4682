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

  'signIn.page': 'Sign in',
  'signIn.heading': 'Sign in',
  'signIn.lead': 'Where a newsroom checks an article before it is printed.',
  'signIn.email': 'Email',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.submitting': 'Signing in…',
  'signIn.emailNeeded': 'Write your email address.',
  'signIn.emailForm': 'An email address has an @ in it.',
  'signIn.passwordNeeded': 'Write your password.',
  'signIn.throttled':
    'Too many wrong passwords for this account. It opens again after a quarter of an hour, with the right one.',
  'signIn.doors': 'Come in as',
  'signIn.of': 'another newsroom, “{newsroom}”',
  'signIn.doorsHint': 'One click, no password. A private window as someone else shows live work.',

  'newsrooms.page': 'Your newsrooms',
  'newsrooms.heading': 'Your newsrooms',
  'newsrooms.none': 'You are in no newsroom yet. Ask whoever runs yours to add you.',

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
