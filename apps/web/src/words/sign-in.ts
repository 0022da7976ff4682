/** The words of signing in, and of choosing a newsroom. */
import { sentences } from './sentences.ts'

export const signInWords = sentences({
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
})
