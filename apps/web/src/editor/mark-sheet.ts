/** The made style sheet in the page: adopted, not a style element, so that a strict content policy lets it be. */
import { useEffect, useLayoutEffect, useState } from 'react'

export function useSheet(css: string): void {
  const [sheet] = useState(() => new CSSStyleSheet())
  useEffect(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [sheet])
  useLayoutEffect(() => sheet.replaceSync(css), [sheet, css])
}
