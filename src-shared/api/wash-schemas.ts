import * as v from 'valibot'
import { washColumns, washJobStates } from '../wash/wash-job-states.ts'
import { CalendarDate, Id, Instant, Phone, Plate } from './fields.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Minutes = v.pipe(v.number(), v.minValue(0))
const Bay = v.object({ id: Id, label: v.string() })

export const WashJob = v.object({
  id: Id,
  booking_id: Id,
  /** The booking's, for the counter: `W-7KQ4X`. */
  reference: v.string(),
  state: v.picklist(washJobStates),
  plate: v.string(),
  phone: v.nullable(v.string()),
  service: v.object({ id: Id, name: v.string() }),
  bay: Bay,
  booked_start: Instant,
  booked_end: Instant,
  /** When it came to each column; null where it has not, or where nobody said so. */
  queued_at: v.nullable(Instant),
  started_at: v.nullable(Instant),
  finished_at: v.nullable(Instant),
  ready_at: v.nullable(Instant),
  collected_at: v.nullable(Instant),
  /** How long the work is expected to take: as it was measured lately, or as it is planned. */
  expected_minutes: Minutes,
  /** When the car is likely to be ready, with the washes before it on its bay; null once it is. */
  ready_by: v.nullable(Instant),
})
export type WashJob = v.InferOutput<typeof WashJob>

export const WashBoard = v.object({
  server_time: Instant,
  date: CalendarDate,
  /** In the order of the work; in each column the cars in the order in which they are to be taken. */
  columns: v.array(v.object({ state: v.picklist(washColumns), jobs: v.array(WashJob) })),
  bays: v.array(Bay),
  /** How long each service takes. */
  durations: v.array(
    v.object({
      service: v.object({ id: Id, name: v.string() }),
      planned_minutes: Minutes,
      /** The middle of the last washes, from begin to end of the work; null while too few were measured. */
      median_minutes: v.nullable(Minutes),
      samples: Count,
    }),
  ),
})
export type WashBoard = v.InferOutput<typeof WashBoard>

export const WashMove = v.strictObject({
  /** Where the wash is to go; its own state, with a position, puts it elsewhere in its column. */
  state: v.picklist(['queued', 'in_progress', 'quality_check', 'ready', 'collected', 'cancelled', 'no_show']),
  /** How many cars stand before it in the column; last when not said. */
  position: v.optional(Count),
  /** The bay it goes to, where it does not go to its own. */
  wash_bay_id: v.optional(Id),
})
export type WashMove = v.InferOutput<typeof WashMove>

export const WashWalkIn = v.strictObject({ service_id: Id, plate: Plate, phone: v.optional(Phone) })
export type WashWalkIn = v.InferOutput<typeof WashWalkIn>
