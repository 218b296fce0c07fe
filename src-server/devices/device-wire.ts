import type { Device } from '../../src-shared/api/site-schemas.ts'
import { kerbsideVersion } from '../../src-shared/version.ts'
import { deviceOffset } from '../clock/clock-report.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { DeviceRow } from '../store/store.ts'
import type { KioskHere } from './kiosk-here.ts'

interface SiteTime {
  readonly timezone: string
  /** How far a demo's time was put ahead, in ms. */
  readonly demoAheadMs: number
}

/** A paired kiosk as staff see it. @param here undefined while it holds no socket */
export function deviceWire(row: DeviceRow, here: KioskHere | undefined, { timezone, demoAheadMs }: SiteTime): Device {
  const instant = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : toSiteIso(ms, timezone))
  return {
    id: row.id,
    name: row.name,
    paired_at: toSiteIso(row.pairedAt, timezone),
    last_seen_at: instant(row.seenAt),
    connected: here !== undefined,
    online_since: instant(here?.since),
    shows: here?.shows ?? null,
    outdated: here?.shows !== undefined && here.shows.version !== kerbsideVersion,
    device_offset_ms: deviceOffset(here?.report, demoAheadMs),
    reload_asked_at: instant(here?.reloadAskedAt),
  }
}
