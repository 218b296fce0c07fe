import * as v from 'valibot'
import { ClockState, StoreTrouble } from '../api/fields.ts'
import { KioskStateMessage, Reload } from './kiosk-state.ts'

const Int = v.pipe(v.number(), v.integer())

/** What `/ws/time/` says at once on connect and on each second boundary of business time. */
export const TimeUpdate = v.object({
  type: v.literal('time_update'),
  datetime: v.string(),
  formatted: v.string(),
  date: v.string(),
  time: v.string(),
  time_24h: v.string(),
  timestamp: Int,
  year: Int,
  month: Int,
  day: Int,
  hour: Int,
  minute: Int,
  second: Int,
  weekday: v.string(),
  timezone: v.string(),
  epoch: Int,
  seq: Int,
  /** Business time at sending, in fractional milliseconds since the Unix epoch. */
  server_ms: v.number(),
  clock_state: ClockState,
  /** There only while nothing can be saved, with why. */
  store_read_only: v.optional(StoreTrouble),
  /** There only at a demo site whose time was put ahead of true time: by so much. */
  demo_ahead_ms: v.optional(Int),
})
export type TimeUpdate = v.InferOutput<typeof TimeUpdate>

export const SyncReply = v.object({
  type: v.literal('sync_reply'),
  nonce: v.string(),
  epoch: Int,
  /** Business time at receipt of the request, fractional milliseconds. */
  t2: v.number(),
  /** Business time at sending of this reply, fractional milliseconds. */
  t3: v.number(),
})
export type SyncReply = v.InferOutput<typeof SyncReply>

export const AvailabilityChanged = v.object({
  type: v.literal('availability_changed'),
  kind: v.picklist(['wash', 'parking']),
  date: v.string(),
  version: Int,
})
export type AvailabilityChanged = v.InferOutput<typeof AvailabilityChanged>

/** Whatever the server may send on `/ws/time/`. */
export const TimeServerMessage = v.variant('type', [TimeUpdate, SyncReply, AvailabilityChanged, Reload])
export type TimeServerMessage = v.InferOutput<typeof TimeServerMessage>

export const Topic = v.picklist(['availability'])
export type Topic = v.InferOutput<typeof Topic>

/** Whatever a client may send on `/ws/time/`; anything else closes the socket. */
export const TimeClientMessage = v.variant('type', [
  v.strictObject({ type: v.literal('sync'), nonce: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
  v.strictObject({ type: v.literal('subscribe'), topics: v.pipe(v.array(Topic), v.maxLength(8)) }),
  v.strictObject({ type: v.literal('unsubscribe'), topics: v.pipe(v.array(Topic), v.maxLength(8)) }),
  v.strictObject({
    type: v.literal('report'),
    mode: v.picklist(['init', 'synced', 'doubt', 'holdover', 'offline']),
    /** How well the client knows the server's time, ± ms; null when it does not. */
    uncertainty_ms: v.nullable(v.pipe(v.number(), v.minValue(0))),
    /** The device's own clock minus the server's time, in ms; null when that is not known. */
    device_offset_ms: v.nullable(v.number()),
  }),
  KioskStateMessage,
  v.strictObject({ type: v.literal('ticks'), every: v.pipe(Int, v.minValue(0), v.maxValue(60)) }),
])
export type TimeClientMessage = v.InferOutput<typeof TimeClientMessage>
