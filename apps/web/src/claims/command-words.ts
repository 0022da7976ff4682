/** What commands and their keys are called; loaded with whatever names them. */
import { type Rating, ratings } from '#domain/rating.ts'
import type { WordKey } from '#web/words/catalogue.ts'
import '#web/words/keys.ts'
import type { CommandId, RowId } from './commands.ts'

const ofVerdict = new Map<CommandId, Rating>(ratings.map((rating) => [`verdict-${rating}`, rating]))

export function labelOf(id: CommandId): WordKey {
  const rating = ofVerdict.get(id)
  return rating === undefined ? `keys.${id as RowId}` : `rating.${rating}`
}
