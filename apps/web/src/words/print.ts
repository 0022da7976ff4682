/** The words of a printed article. */
import { sentences } from './sentences.ts'

export const printWords = sentences({
  'print.notes': 'Notes',
  'print.none': 'No claims are marked in this text.',
  'print.lost': 'No longer in the text',
  'print.unjudged': 'No verdict yet',
  'print.signed': 'signed off by {name}',
  'print.offRecord': '{count, plural, one {# source is} other {# sources are}} off the record.',
  'print.state': '{newsroom} · {stage} · {version, plural, =0 {edited since its last version} other {text v#}} · {at}',
  'print.page': '{page} of {pages}',
})
