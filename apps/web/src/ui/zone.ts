/**
 * Moments in the newsroom's time zone, whatever zone the laptop is in. A deadline is typed and shown in newsroom time; what is sent and
 * stored is UTC. Rules ZN1–ZN3.
 */
const parts = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

/** ZN1. `YYYY-MM-DDTHH:mm` as clocks on the newsroom's wall show it. */
export function wallTime(moment: number, zone: string): string {
  const found = Object.fromEntries(
    parts(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  return `${found['year']}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}`
}

/** Minutes by which the zone is ahead of UTC at that moment. */
const ahead = (moment: number, zone: string): number =>
  (Date.parse(`${wallTime(moment, zone)}Z`) - Math.floor(moment / 60_000) * 60_000) / 60_000

/**
 * ZN2. The moment at which the newsroom's clocks show `wall`; null when it is not a time. In the hour that summer time skips, the moment
 * as long after the skip; in the hour that comes twice, the first.
 */
export function momentOf(wall: string, zone: string): number | null {
  const asUtc = Date.parse(`${wall}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(asUtc)) return null
  const dayMs = 86_400_000
  const offsets = [ahead(asUtc - dayMs, zone), ahead(asUtc + dayMs, zone)]
  const fitting = offsets.map((minutes) => asUtc - minutes * 60_000).filter((moment) => wallTime(moment, zone) === wall)
  if (fitting.length > 0) return Math.min(...fitting)
  return asUtc - (offsets[0] ?? 0) * 60_000
}

const dayOf = (moment: number, zone: string): string => wallTime(moment, zone).slice(0, 10)

/** ZN3. As short as can be without doubt: “21:30” today, “Tue 21:30” within six days, “3 Mar, 21:30” otherwise. */
export function shortTime(at: string, now: number, zone: string, locale: string): string {
  const moment = Date.parse(at)
  const clock: Intl.DateTimeFormatOptions = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  if (dayOf(moment, zone) === dayOf(now, zone)) return new Intl.DateTimeFormat(locale, clock).format(moment)
  const days = Math.round((Date.parse(dayOf(moment, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000)
  const near = days > 0 && days < 7
  const day: Intl.DateTimeFormatOptions = near ? { weekday: 'short' } : { day: 'numeric', month: 'short' }
  const written = new Intl.DateTimeFormat(locale, { timeZone: zone, ...day }).format(moment)
  return `${written}${near ? '' : ','} ${new Intl.DateTimeFormat(locale, clock).format(moment)}`
}

/** The whole of it, for the hover and the record: “Tuesday 3 March 2026 at 21:30 CET”. */
export const fullTime = (at: string, zone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(Date.parse(at))
