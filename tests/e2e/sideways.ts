/**
 * Whether everything on a page is within its width: the page does not scroll sideways, and nothing to press lies outside. Looked at until it is
 * so: where things lie follows a width, a face or an answer that has just come a frame or two later.
 */
import { expect, type Page } from '@playwright/test'

const controls = 'a, button, input, textarea, [role=option], [role=textbox], h1, h2, td, th'

export const expectWithinWidth = (page: Page, where: string): Promise<void> =>
  expect.poll(() => outside(page), where).toEqual([])

const outside = (page: Page): Promise<string[]> =>
  page.evaluate((wanted) => {
    const { scrollingElement } = document
    const excess = scrollingElement === null ? 0 : scrollingElement.scrollWidth - scrollingElement.clientWidth
    const shown = [...document.querySelectorAll(wanted)].filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }),
    )
    // For the ear only: within a pixel that is cut off.
    const isCutOff = (element: Element): boolean =>
      element.clientWidth <= 1 ||
      (element.parentElement !== null && element.parentElement !== document.body && isCutOff(element.parentElement))
    const beyond = shown.filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      // The skip link is put aside until it has the focus.
      const isPutAside = element.getAttribute('href') === '#content'
      return (left < -1 || right > innerWidth + 1) && !isPutAside && !isCutOff(element)
    })
    return [
      ...(excess > 0 ? [`the page is ${excess} px too wide`] : []),
      ...beyond.map(({ outerHTML }) => outerHTML.slice(0, 160)),
    ]
  }, controls)
