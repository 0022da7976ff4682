/** The languages an article can be said to be in, by name; what import guessed is always among them. */
const common = [
  'ar', 'bn', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'gu', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'ml', 'mr', 'ms',
  'nl', 'no', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sd', 'si', 'sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'zh',
] // prettier-ignore

export function languagesToChoose(guessed: string, locale: string): { id: string; text: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const nameOf = (code: string): string => {
    try {
      return names.of(code) ?? code
    } catch {
      // Not a language tag at all; shown as it is, so that it can be put right.
      return code
    }
  }
  const codes = common.includes(guessed) ? common : [guessed, ...common]
  return codes.map((id) => ({ id, text: nameOf(id) })).sort((a, b) => a.text.localeCompare(b.text, locale))
}
