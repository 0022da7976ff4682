/**
 * A language for testing: English written from right to left, each word turned round by the browser (U+202E … U+202C).
 * Made from the message's own parts, so placeholders and plurals stay what they are. Whatever stays readable was not in a catalogue.
 */
import type { IntlMessageFormat } from 'intl-messageformat'

type Message = ReturnType<IntlMessageFormat['getAst']>
type Part = Message[number]

const turned = (text: string): string => text.replaceAll(/[\p{L}\p{M}\p{N}’'-]+/gu, (word) => `\u202e${word}\u202c`)

export const pseudo = (message: Message): Message => message.map(turnedPart)

function turnedPart(part: Part): Part {
  if ('options' in part) {
    const options = Object.entries(part.options).map(([name, option]) => [
      name,
      { ...option, value: pseudo(option.value) },
    ])
    return { ...part, options: Object.fromEntries(options) }
  }
  if ('children' in part) return { ...part, children: pseudo(part.children) }
  // Only a literal has text in `value`; every other part's value names a placeholder.
  return part.type === literalType ? { ...part, value: turned(part.value) } : part
}

/** TYPE.literal of the ICU parser, which is not a dependency of ours by itself. */
const literalType = 0
