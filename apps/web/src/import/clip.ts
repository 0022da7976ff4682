/**
 * What the clipboard held. Formatted text is preferred when it carries structure worth keeping; an editor's colours or a web page's
 * font are not. The plain text is always kept beside it, so that the person can switch. Rules CB1–CB3.
 */
export interface Clip {
  readonly text: string
  /** Null when there was none, or nothing in it that plain text would lose. */
  readonly html: string | null
}

const block = /<(?:h[1-6]|p|ul|ol|li|blockquote|table)\b/i
const inline = /<(?:strong|em|i|code)\b|<a\b[^>]*\bhref\s*=/i
/** `<b style="font-weight:normal">` is how one word processor wraps everything; `<b>` otherwise means bold. */
const bold = /<b\b(?![^>]*font-weight:\s*normal)/i
/** Code editors copy their colours, each line in a block of its own, and keep the line ends by style. */
const fromCodeEditor = /white-space:\s*pre\b/i

export const carriesStructure = (html: string): boolean =>
  !fromCodeEditor.test(html) && (block.test(html) || inline.test(html) || bold.test(html))

export const readClip = (data: Pick<DataTransfer, 'getData'>): Clip => {
  const html = data.getData('text/html')
  return { text: data.getData('text/plain'), html: carriesStructure(html) ? html : null }
}

export const isEmpty = (clip: Clip): boolean => clip.text.trim() === '' && clip.html === null
