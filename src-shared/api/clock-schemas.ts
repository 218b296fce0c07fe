import * as v from 'valibot'
import { ClockState, Instant } from './fields.ts'

const Ms = v.number()

/** A time source: what it said last, and how well it has answered. */
export const ClockSource = v.object({
  name: v.string(),
  /** The last eight tries, newest in the lowest bit. */
  reach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
  /** True time minus business time by this source, in ms; null before its first good answer. */
  offset_ms: v.nullable(Ms),
  /** The offset is right to ± this many ms. */
  error_ms: v.nullable(Ms),
  delay_ms: v.nullable(Ms),
  stratum: v.nullable(v.number()),
  /** Why the last try gave nothing. */
  trouble: v.nullable(v.string()),
})
export type ClockSource = v.InferOutput<typeof ClockSource>

/** A page that follows the time, and what it has said of its own clock. */
export const ClockClient = v.object({
  name: v.string(),
  kind: v.picklist(['kiosk', 'staff', 'program']),
  mode: v.nullable(v.string()),
  uncertainty_ms: v.nullable(Ms),
  /** The device's own clock minus the server's time, in ms: harmless, but somebody should set it right. */
  device_offset_ms: v.nullable(Ms),
})
export type ClockClient = v.InferOutput<typeof ClockClient>

export const ClockSample = v.object({
  at: Instant,
  wall_ahead_ms: Ms,
  sources_ahead_ms: v.nullable(Ms),
  uncertainty_ms: v.nullable(Ms),
})
export type ClockSample = v.InferOutput<typeof ClockSample>

export const ClockLogLine = v.object({
  at: Instant,
  what: v.string(),
  from_state: v.nullable(ClockState),
  to_state: ClockState,
  epoch: v.number(),
  wall_ahead_ms: Ms,
  slept_ms: v.nullable(Ms),
  actor: v.string(),
  /** The name of the member of staff behind it; null when it was nobody, or somebody who is gone. */
  actor_name: v.nullable(v.string()),
  reason: v.nullable(v.string()),
})
export type ClockLogLine = v.InferOutput<typeof ClockLogLine>

/** All that the Clock page shows. */
export const ClockReport = v.object({
  server_time: Instant,
  state: ClockState,
  epoch: v.number(),
  /** The OS clock minus business time, in ms. */
  wall_ahead_ms: Ms,
  /** How far a demo's time was put ahead of true time, in ms; 0 at a real site. The other figures leave it out. */
  demo_ahead_ms: Ms,
  /** Where a quorum of the sources agrees that true time is ahead of business time, in ms; null while too few do. */
  agreement: v.nullable(v.object({ lo_ms: Ms, hi_ms: Ms, count: v.number() })),
  /**
   * What the sources bear out, to within a step: the server's time (`business`) alone is right to stay guarded by; `wall`
   * and `both` let the OS clock be accepted. Null while too few agree.
   */
  sources_bear_out: v.nullable(v.picklist(['both', 'business', 'wall', 'neither'])),
  /** What this platform offers: without a boot clock, sleep and restarts are noticed less well. */
  boot_clock: v.boolean(),
  boot_id: v.boolean(),
  sources: v.array(ClockSource),
  clients: v.array(ClockClient),
  /** Of the last hours, oldest first. */
  history: v.array(ClockSample),
  log: v.array(ClockLogLine),
})
export type ClockReport = v.InferOutput<typeof ClockReport>
