import { parseOffset } from './instant.ts'

/** Zones change their clocks on a quarter of an hour of UTC: within one, what was told of the offset stays so. */
const QUARTER_MS = 15 * 60_000

/** What the server told of the site's clock at an instant of its own time. */
interface Told {
  /** That instant on the site's clock, with its offset from UTC: ISO 8601. */
  readonly datetime: string
  /** The same in milliseconds since the Unix epoch. */
  readonly server_ms: number
}

/**
 * What the site's clock shows at an instant, by what the server told within the same quarter of an hour: no table of
 * zones is asked, which takes a slow tablet 50 to 120 ms the first time.
 * @param epochMs milliseconds since the Unix epoch
 * @returns milliseconds that show in UTC what the site's clock shows; undefined where the told says nothing of the instant
 */
export function toldWallMs(epochMs: number, { datetime, server_ms }: Told): number | undefined {
  if (Math.floor(epochMs / QUARTER_MS) !== Math.floor(server_ms / QUARTER_MS)) return undefined
  const offsetMs = parseOffset(datetime)
  return offsetMs === undefined ? undefined : epochMs + offsetMs
}

/** Time of day with seconds, 24 h, as all our languages write it: `16:20:05`. @param wallMs as `toldWallMs` gives it */
export function writeClock(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(11, 19)
}
