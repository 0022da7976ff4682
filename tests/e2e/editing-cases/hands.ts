/** What a person does in the text of a case: puts the caret somewhere, selects, presses keys, pastes. Real keys in a real browser. */
import type { Locator, Page } from '@playwright/test'
import { edgesOf } from '../words.ts'

export type Act =
  | { readonly do: 'caret'; readonly before: string; readonly plus: number }
  | { readonly do: 'select'; readonly from: string; readonly to: string }
  | { readonly do: 'type'; readonly words: string }
  | { readonly do: 'insert'; readonly words: string }
  | { readonly do: 'press'; readonly keys: readonly string[] }
  | { readonly do: 'paste'; readonly html: string }
  | { readonly do: 'drag'; readonly words: string; readonly to: string }

/** Caret before words that stand once. */
export const before = (words: string): Act => ({ do: 'caret', before: words, plus: 0 })
export const after = (words: string): Act => ({ do: 'caret', before: words, plus: words.length })
/** From the first of the words to the last of `to`, which may be in a later block. */
export const select = (from: string, to = from): Act => ({ do: 'select', from, to })
export const type = (words: string): Act => ({ do: 'type', words })
/** As an input method does it: in one go. */
export const insert = (words: string): Act => ({ do: 'insert', words })
export const press = (...keys: string[]): Act => ({ do: 'press', keys })
/** HTML as another program leaves it; `{a}` stands for the id of that claim. */
export const paste = (html: string): Act => ({ do: 'paste', html })
export const drag = (words: string, to: string): Act => ({ do: 'drag', words, to })

/** Puts the selection there, and waits until the editor has it. */
const choose = (galley: Locator, from: string, fromPlus: number, to: string, toPlus: number): Promise<void> =>
  galley.evaluate(
    async (root, [from, fromPlus, to, toPlus]) => {
      const pieces: { node: Text; at: number }[] = []
      let all = ''
      let block: Element | null = null
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('.caret')) continue
        const within = node.parentElement?.closest('p, h1, h2, h3') ?? null
        if (block !== null && within !== block) all += '|'
        block = within
        pieces.push({ node, at: all.length })
        all += node.data
      }
      const placeOf = (words: string, plus: number): [Text, number] => {
        const at = all.indexOf(words, all.indexOf('|') + 1)
        if (at === -1) throw new Error(`The text does not hold “${words}”: ${all}`)
        // At the edge of two pieces the caret stands where the words begin, or where they end.
        const offset = at + plus
        const piece = pieces.findLast((one) => (plus > 0 ? one.at < offset : one.at <= offset))
        if (piece === undefined) throw new Error('There is no text.')
        return [piece.node, offset - piece.at]
      }
      const [start, end] = [placeOf(from, fromPlus), placeOf(to, toPlus)]
      if (root instanceof HTMLElement) root.focus({ preventScroll: true })
      document.getSelection()?.setBaseAndExtent(start[0], start[1], end[0], end[1])
      // The editor hears of it with the next selectionchange.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    },
    [from, fromPlus, to, toPlus] as const,
  )

export async function take(page: Page, galley: Locator, act: Act, ids: ReadonlyMap<string, string>): Promise<void> {
  switch (act.do) {
    case 'caret':
      return choose(galley, act.before, act.plus, act.before, act.plus)
    case 'select':
      return choose(galley, act.from, 0, act.to, act.to.length)
    case 'type':
      return page.keyboard.type(act.words)
    case 'insert':
      return page.keyboard.insertText(act.words)
    case 'press':
      for (const key of act.keys) await page.keyboard.press(key)
      return
    case 'paste': {
      const html = act.html.replace(/\{(\w)\}/g, (_, name: string) => ids.get(name) ?? name)
      return galley.evaluate((root, pasted) => {
        const data = new DataTransfer()
        data.setData('text/html', pasted)
        data.setData('text/plain', pasted.replace(/<[^>]*>/g, ''))
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        root.dispatchEvent(event)
      }, html)
    }
    case 'drag':
      return dragWords(page, galley, act.words, act.to)
  }
}

/** Grabs the words with the mouse and lets them go just before others. */
async function dragWords(page: Page, galley: Locator, words: string, to: string): Promise<void> {
  const middleOf = (wanted: string, where: 'middle' | 'start') =>
    galley.evaluate(
      (root, [wanted, where]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if (!(node instanceof Text) || !node.data.includes(wanted)) continue
          const range = document.createRange()
          range.setStart(node, node.data.indexOf(wanted))
          range.setEnd(node, node.data.indexOf(wanted) + wanted.length)
          const { left, top, width, height } = range.getBoundingClientRect()
          return { x: where === 'start' ? left + 1 : left + width / 2, y: top + height / 2 }
        }
        throw new Error(`No piece of the text holds “${wanted}”.`)
      },
      [wanted, where] as const,
    )
  await choose(galley, words, 0, words, words.length)
  // Nobody aims at words that are still moving.
  await edgesOf(galley, words)
  const [grab, drop] = [await middleOf(words, 'middle'), await middleOf(to, 'start')]
  await page.mouse.move(grab.x, grab.y)
  await page.mouse.down()
  await page.mouse.move(grab.x + 8, grab.y + 4, { steps: 3 })
  await page.mouse.move(drop.x, drop.y, { steps: 5 })
  await page.mouse.move(drop.x, drop.y)
  await page.mouse.up()
}
