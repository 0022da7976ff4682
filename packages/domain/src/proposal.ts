/** The words that a verdict proposes in the place of those it was given on. Rule WF1. */
import { ok, refuse, type Result } from './result.ts'

/**
 * Null when nothing else is proposed. The space at the edges is the text's own and stays. Paragraphs are neither parted nor joined by
 * a fix: where each piece of a claim begins would be a guess.
 */
export function proposal(words: string, proposed: string | null): Result<string | null> {
  const said = proposed?.trim() ?? ''
  if (said === '' || said === words.trim()) return ok(null)
  const [before, after] = [words.length - words.trimStart().length, words.trimEnd().length]
  const whole = `${words.slice(0, before)}${said}${words.slice(Math.max(before, after))}`
  return linesIn(whole) === linesIn(words) ? ok(whole) : refuse('paragraphs-differ')
}

const linesIn = (words: string): number => words.split('\n').length
