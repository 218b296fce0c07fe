const QUARTER_MS = 900_000
const DAY_MS = 86_400_000

/** The zone of the measured site: no clock change, so that hours are plain arithmetic. */
export const ZONE_AHEAD_MS = 5.5 * 3_600_000
/** How far ahead the measured site takes bookings, so that a run at full rate never fills it. */
export const WINDOW_DAYS = 90

export type Kind = 'parking' | 'wash' | 'both'

/** The body of a booking that is nearly always free: any quarter of an hour of the days to come, by daylight. */
export function bookingBody(kind: Kind, serial: number, now: number): string {
  const isWash = kind === 'wash' || (kind === 'both' && serial % 2 === 1)
  const plate = `KL${String(serial % 100_000_000).padStart(8, '0')}`
  const start = startOf(isWash ? 2 * QUARTER_MS : QUARTER_MS, now)
  if (isWash) return JSON.stringify({ kind: 'wash', service_id: 'exterior', start: iso(start), plate })
  return JSON.stringify({
    kind: 'parking',
    bay_class: 'car',
    start: iso(start),
    end: iso(start + 4 * QUARTER_MS),
    plate,
  })
}

/** Some step of the day between 10:00 and 20:00 on the site's clock, from tomorrow to the end of the window. */
function startOf(stepMs: number, now: number): number {
  const midnight = Math.floor((now + ZONE_AHEAD_MS) / DAY_MS) * DAY_MS - ZONE_AHEAD_MS
  const day = 1 + Math.floor(Math.random() * (WINDOW_DAYS - 1))
  const step = Math.floor(Math.random() * ((10 * 3_600_000) / stepMs))
  return midnight + day * DAY_MS + 10 * 3_600_000 + step * stepMs
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
