/** The words of a claim's elements. */
import { sentences } from './sentences.ts'

export const elementWords = sentences({
  'element.heading': 'Elements',
  'element.figure': 'Figure',
  'element.name': 'Name',
  'element.title': 'Title',
  'element.date': 'Date',
  'element.place': 'Place',
  'element.right': 'Right',
  'element.wrong': 'Wrong',
  'element.unsure': 'Not sure',
  'element.notApplicable': 'Not applicable',
  'element.stale': 'found in other words',
  'element.more': 'More elements',
  'element.by': 'Checked by {name}',
})
