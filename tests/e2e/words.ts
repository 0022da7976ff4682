/**
 * Selecting words of the live text as people do: dragging over them, or with the caret and Shift. A selection that is not exactly the
 * words asked for fails at once, and not three steps later.
 */
import { expect, type Locator } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

interface Edges {
  readonly start: Point
  readonly end: Point
}

/**
 * Where words stand on the screen, after bringing them into view, once they stay there: nobody aims at words that are still moving. Names at
 * other people's carets are no words of the text.
 */
export const edgesOf = (text: Locator, words: string): Promise<Edges> =>
  text.evaluate(async (root, wanted) => {
    const rangeOf = (nodes: readonly { node: Text; at: number }[], offset: number): Range => {
      const found = nodes.findLast(({ at }) => at <= offset)
      if (found === undefined) throw new Error('There is no text.')
      const range = document.createRange()
      range.setStart(found.node, offset - found.at)
      range.setEnd(found.node, offset - found.at + 1)
      return range
    }
    const ends = (): { first: Range; last: Range; block: Element | null | undefined } => {
      const nodes: { node: Text; at: number }[] = []
      let all = ''
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('.caret')) continue
        nodes.push({ node, at: all.length })
        all += node.data
      }
      const from = all.indexOf(wanted)
      if (from === -1) throw new Error(`The text does not hold “${wanted}”.`)
      const first = rangeOf(nodes, from)
      const block = first.startContainer.parentElement?.closest('p, h1, h2, h3, li')
      return { first, last: rangeOf(nodes, from + wanted.length - 1), block }
    }
    const look = (): { start: Point; end: Point } => {
      const { first, last, block } = ends()
      const [a, b] = [first.getBoundingClientRect(), last.getBoundingClientRect()]
      // Words of one line show their own direction; figures run from the left in any. Otherwise the block's counts.
      const isOneLine = Math.abs(a.top - b.top) < a.height / 2 && a.left !== b.left
      const isRtl = isOneLine
        ? b.left < a.left
        : block !== null && block !== undefined && getComputedStyle(block).direction === 'rtl'
      return {
        start: { x: isRtl ? a.right - 1 : a.left + 1, y: a.top + a.height / 2 },
        end: { x: isRtl ? b.left + 1 : b.right - 1, y: b.top + b.height / 2 },
      }
    }
    ends().block?.scrollIntoView({ block: 'center' })
    // Faces that are not preloaded are asked for with the first words drawn in them, and move those words when they come.
    await new Promise(requestAnimationFrame)
    await document.fonts.ready
    let before = ''
    for (let still = 0; still < 3;) {
      await new Promise(requestAnimationFrame)
      const now = JSON.stringify(look())
      still = now === before ? still + 1 : 0
      before = now
    }
    return look()
  }, words)

/** Each block's words, without the names at other people's carets; also of blocks that are far away and not drawn. */
export const blocksOf = (text: Locator): Promise<string[]> =>
  text.evaluate((root) => {
    const copy = root.cloneNode(true)
    if (!(copy instanceof Element)) return []
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return [...copy.querySelectorAll('p, h1, h2, h3')].map(({ textContent }) => textContent)
  })

export const selectedWords = (text: Locator): Promise<string> =>
  text.evaluate(() => document.getSelection()?.toString() ?? '')

export const expectWordsSelected = (text: Locator, words: string): Promise<void> =>
  expect.poll(() => selectedWords(text), `“${words}” is selected`).toBe(words)

export async function dragOver(text: Locator, words: string): Promise<void> {
  const { mouse } = text.page()
  const { start, end } = await edgesOf(text, words)
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await mouse.move(end.x, end.y)
  await mouse.up()
  await expectWordsSelected(text, words)
}

/** How many characters of its block stand before the caret, and which block it is. */
const caretAt = (text: Locator): Promise<{ block: number; offset: number }> =>
  text.evaluate((root) => {
    const { focusNode, focusOffset } = document.getSelection() ?? {}
    const blocks = [...root.querySelectorAll('p, h1, h2, h3')]
    const block = blocks.findIndex((one) => focusNode !== null && focusNode !== undefined && one.contains(focusNode))
    const start = blocks[block]
    if (start === undefined || !focusNode) return { block: -1, offset: 0 }
    const before = document.createRange()
    before.setStart(start, 0)
    before.setEnd(focusNode, focusOffset ?? 0)
    return { block, offset: before.toString().length }
  })

/** Walks the caret within its block, by words while they do not lead too far, then by characters. */
async function walk(text: Locator, to: number, shift: '' | 'Shift+'): Promise<void> {
  const { keyboard } = text.page()
  for (let { offset } = await caretAt(text); offset < to; { offset } = await caretAt(text)) {
    await keyboard.press(`${shift}Control+ArrowRight`)
  }
  for (let { offset } = await caretAt(text); offset > to; offset -= 1) await keyboard.press(`${shift}ArrowLeft`)
  expect((await caretAt(text)).offset).toBe(to)
}

/** Puts the caret before the first of the words with keys alone; the text has the focus already. */
export async function caretBefore(text: Locator, words: string): Promise<void> {
  const { keyboard } = text.page()
  const blocks = await blocksOf(text)
  const wanted = blocks.findIndex((one) => one.includes(words))
  expect(wanted, `the text holds “${words}”`).not.toBe(-1)
  // A menu that has just closed gives the focus back a frame later; keys before that reach nothing.
  await expect(text).toBeFocused()
  for (let { block } = await caretAt(text); block !== wanted; { block } = await caretAt(text)) {
    await keyboard.press(block === -1 || block > wanted ? 'Control+Home' : 'ArrowDown')
  }
  await keyboard.press('Home')
  while ((await caretAt(text)).offset > 0) await keyboard.press('ArrowLeft')
  await walk(text, (blocks[wanted] ?? '').indexOf(words), '')
  expect((await caretAt(text)).block, 'the paragraph of the caret').toBe(wanted)
}

export async function selectByKeys(text: Locator, words: string): Promise<void> {
  await caretBefore(text, words)
  const { offset } = await caretAt(text)
  await walk(text, offset + words.length, 'Shift+')
  await expectWordsSelected(text, words)
}
