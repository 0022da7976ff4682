/** How keys are named on this machine, and whether to name them at all. */
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

export const giveKeys = isApple ? '⌘↵' : 'Ctrl ↵'
export const markInEditKeys = isApple ? '⌘⌥M' : 'Ctrl Alt M'
export const undoKeys = isApple ? '⌘Z, ⇧⌘Z' : 'Ctrl Z, Y'

/** Keys are told of where there is most likely a keyboard; they work either way. */
export const keyHint = (key: string): { shortcut?: string } =>
  matchMedia('(pointer: coarse)').matches ? {} : { shortcut: key }
