/**
 * Whether words can be read as they are painted: for what style sheets do not tell, such as the plates that forced colours put behind
 * words. Looks at the pixels of one screenshot, where the words of controls and headings stand.
 */
import { expect, type Page } from '@playwright/test'

const controls = 'a, button, h1, h2, [role=option], [role=radio]'

interface Words {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const wordsOf = (page: Page): Promise<Words[]> =>
  page.evaluate((wanted) => {
    const found: Words[] = []
    for (const control of document.querySelectorAll(wanted)) {
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const { left: x, top: y, width, height } = range.getBoundingClientRect()
        const words = node.textContent?.trim() ?? ''
        // What is covered, cut off or for the ear only is not painted here.
        const isSeen =
          width > 4 &&
          height > 4 &&
          node.parentElement?.contains(document.elementFromPoint(x + width / 2, y + height / 2))
        if (isSeen && /\p{L}|\p{N}/u.test(words)) found.push({ words, x, y, width, height })
      }
    }
    return found
  }, controls)

export async function expectReadable(page: Page, where: string): Promise<void> {
  let places: readonly Words[]
  let painted: string
  // What is looked at has to be what is painted: nothing has moved between the two.
  do {
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    places = await wordsOf(page)
    painted = (await page.screenshot({ scale: 'css' })).toString('base64')
  } while (JSON.stringify(await wordsOf(page)) !== JSON.stringify(places))
  const canvas = await page.context().newPage()
  const unreadable = await canvas.evaluate(
    async ({ painted, places }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${painted}`
      await image.decode()
      const context = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      }).getContext('2d')
      if (context === null) throw new Error('No canvas to look at.')
      context.drawImage(image, 0, 0)
      const light = (value: number): number =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      return places.filter(({ x, y, width, height }) => {
        const { data } = context.getImageData(x, y, width, height)
        const shades: number[] = []
        for (let at = 0; at < data.length; at += 4) {
          shades.push(
            0.2126 * light(data[at] ?? 0) + 0.7152 * light(data[at + 1] ?? 0) + 0.0722 * light(data[at + 2] ?? 0),
          )
        }
        // The ground is what most of it is; letters are what stands out from it. Colours are axe's business: here thin letters count,
        // which are painted paler than their colour.
        const ground = shades.toSorted((a, b) => a - b)[shades.length >> 1] ?? 0
        const letters = shades.filter(
          (shade) => (Math.max(shade, ground) + 0.05) / (Math.min(shade, ground) + 0.05) >= 3,
        )
        return letters.length < shades.length * 0.02
      })
    },
    { painted, places },
  )
  await canvas.close()
  expect(places.length, where).toBeGreaterThan(0)
  const words = unreadable.map(({ words }) => words)
  // The other pages are looked at all the same.
  expect.soft(words, where).toEqual([])
}
