/**
 * `npm run --silent carry -- PAIRS.jsonl ANCHORS.jsonl`: carries stretches of words from one version of a text to the next and prints
 * where each stands now, one line of JSON per anchor, in the order given. For measuring the engine: whatever answers the files hold
 * are not read. `start` is null for what is gone; `unsure` where a person would be asked.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Anchor, type Carried, placeIn } from '#document/carry/carried.ts'
import { carry } from '#document/carry/carry.ts'

const pairLine = z.object({ pair: z.string(), text_a: z.string(), text_b: z.string() })
const anchorLine = z.object({ id: z.string(), pair: z.string(), start: z.int().min(0), end: z.int().min(0) })

type AnchorLine = z.infer<typeof anchorLine>

/** A file that does not hold what it should; its message is for the person at the terminal. */
class BadInput extends Error {}

function linesOf<T>(file: string, shape: z.ZodType<T>): T[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`${file} cannot be read.`)
  }
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [shape.parse(JSON.parse(line))]
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON'
      throw new BadInput(`${file}, line ${at + 1}: ${why}`)
    }
  })
}

function printed(answer: Carried): string {
  const place = placeIn(answer)
  const unsure = answer.kind === 'unsure' ? { unsure: true } : {}
  if (place === null) return JSON.stringify({ id: answer.id, start: null, ...unsure })
  return JSON.stringify({ id: answer.id, start: place.start, end: place.end, changed: place.changed, ...unsure })
}

function answersTo(pairsFile: string, anchorsFile: string): string[] {
  const pairs = new Map(linesOf(pairsFile, pairLine).map((line) => [line.pair, line]))
  const anchors = linesOf(anchorsFile, anchorLine)
  const byPair = new Map<string, { line: AnchorLine; at: number }[]>()
  for (const [at, line] of anchors.entries()) {
    const others = byPair.get(line.pair)
    if (others === undefined) byPair.set(line.pair, [{ line, at }])
    else others.push({ line, at })
  }
  const answers: string[] = []
  for (const [name, asked] of byPair) {
    const pair = pairs.get(name)
    if (pair === undefined) throw new BadInput(`${anchorsFile} names pair ${name}, which ${pairsFile} does not hold.`)
    const wanted: Anchor[] = asked.map(({ line: { id, start, end } }) => ({ id, start, end }))
    for (const [index, answer] of carry(pair.text_a, pair.text_b, wanted).entries()) {
      answers[asked[index]?.at ?? -1] = printed(answer)
    }
  }
  return answers
}

const [pairsFile, anchorsFile] = process.argv.slice(2)
if (pairsFile === undefined || anchorsFile === undefined) {
  process.stderr.write('Which files? npm run --silent carry -- PAIRS.jsonl ANCHORS.jsonl\n')
  process.exitCode = 2
} else {
  try {
    process.stdout.write(
      answersTo(pairsFile, anchorsFile)
        .map((line) => `${line}\n`)
        .join(''),
    )
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
