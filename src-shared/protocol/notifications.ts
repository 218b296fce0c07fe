import * as v from 'valibot'
import { bookingStates } from '../booking/booking-states.ts'
import { ClockState, Id, Instant } from '../api/fields.ts'

const Int = v.pipe(v.number(), v.integer())
const stamp = { /** Position in the server's event log. */ seq: Int, at: Instant }

/** What `/ws/notifications/<user_id>/` carries. A notification is a hint: the truth is read from the API. */
export const Notification = v.variant('type', [
  v.object({
    type: v.literal('booking_changed'),
    ...stamp,
    booking: v.object({
      id: Id,
      reference: v.string(),
      kind: v.picklist(['wash', 'parking']),
      state: v.picklist(bookingStates),
      plate: v.string(),
      start: Instant,
      /** The start on the site's clock, ready to be shown. */
      start_label: v.string(),
      resource: v.string(),
    }),
  }),
  v.object({ type: v.literal('payment_recorded'), ...stamp, booking_id: Id, reference: v.string() }),
  v.object({
    type: v.literal('kiosk_changed'),
    ...stamp,
    change: v.picklist(['paired', 'unpaired', 'connected', 'disconnected']),
    name: v.string(),
  }),
  v.object({
    type: v.literal('clock_changed'),
    ...stamp,
    what: v.picklist(['started', 'stepped', 'drifted', 'slept', 'accepted', 'confirmed']),
    clock_state: ClockState,
    epoch: Int,
  }),
])
export type Notification = v.InferOutput<typeof Notification>
