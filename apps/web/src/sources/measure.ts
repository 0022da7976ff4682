/** Dates and sizes as people read them. */

/** A date without a time; what is no date is shown as it stands. */
export function dayIn(locale: string, day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  )
}

/** “1.4 MB”: units of a thousand, as file managers show them. */
export function sizeIn(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = units[power] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** power)
}
