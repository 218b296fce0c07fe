import * as v from 'valibot'
import { bookingStates } from '../booking/booking-states.ts'
import { BackupTrouble } from '../api/backup-schemas.ts'
import { BayClass, ClockState, Id, Instant, Money } from '../api/fields.ts'
import { paymentStates } from '../payment/payment-states.ts'
import { stayStates } from '../stay/stay-states.ts'
import { washJobStates } from '../wash/wash-job-states.ts'
import { KioskState } from './kiosk-state.ts'
import { shiftStates } from '../shift/shift-states.ts'

const Int = v.pipe(v.number(), v.integer())
/** Which wash, and where. */
const washOf = { job_id: Id, booking_id: Id, plate: v.string(), bay: v.string() }
/** Which booking, and when it begins. */
const bookingOf = { booking_id: Id, reference: v.string(), plate: v.string(), start: Instant, start_label: v.string() }
const stamp = {
  /** Position in the server's event log. */
  seq: Int,
  at: Instant,
  /** Its position among the notices that are kept; absent where it is not. */
  notice: v.optional(Int),
}

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
    type: v.literal('payment_changed'),
    ...stamp,
    payment_id: Id,
    state: v.picklist(paymentStates),
    booking_id: v.nullable(Id),
    stay_id: v.nullable(Id),
  }),
  /** Money is in a payment that will never be taken up: somebody has to give it back. */
  v.object({
    type: v.literal('money_to_return'),
    ...stamp,
    payment_id: Id,
    booking_id: v.nullable(Id),
    stay_id: v.nullable(Id),
    amount: Money,
  }),
  v.object({ type: v.literal('shift_changed'), ...stamp, shift_id: Id, number: Int, state: v.picklist(shiftStates) }),
  /** A wash has gone to another column of the board, or to another bay. */
  v.object({ type: v.literal('wash_changed'), ...stamp, ...washOf, state: v.picklist(washJobStates) }),
  /** A car can be fetched. */
  v.object({ type: v.literal('wash_ready'), ...stamp, ...washOf }),
  /** A wash keeps its bay longer than the next booking there can wait, and no other bay is free for that one. */
  v.object({
    type: v.literal('wash_delayed'),
    ...stamp,
    ...washOf,
    next: v.object({ booking_id: Id, plate: v.string(), start: Instant, start_label: v.string() }),
  }),
  /** A car has come, gone, or gone to another bay; or its ticket was corrected or voided. */
  v.object({
    type: v.literal('stay_changed'),
    ...stamp,
    stay: v.object({ id: Id, ticket: v.string(), plate: v.string(), state: v.picklist(stayStates), bay: v.string() }),
  }),
  /** A car stands there past what was booked; told once. */
  v.object({
    type: v.literal('overstay'),
    ...stamp,
    stay_id: Id,
    plate: v.string(),
    bay: v.string(),
    booked_until: Instant,
    booked_until_label: v.string(),
  }),
  /** A bay was taken out of use for a while, or can be used again. */
  v.object({
    type: v.literal('bay_changed'),
    ...stamp,
    bay: v.string(),
    change: v.picklist(['blocked', 'unblocked']),
  }),
  /** A booking has another bay now. */
  v.object({ type: v.literal('booking_moved'), ...stamp, ...bookingOf, from_bay: v.string(), to_bay: v.string() }),
  /** A booking’s bay will not be free for it, and no other is: somebody must look. */
  v.object({ type: v.literal('bay_conflict'), ...stamp, ...bookingOf, bay: v.string(), stay_id: Id }),
  /** Somebody on the waitlist can have a bay. */
  v.object({
    type: v.literal('waitlist_bay_free'),
    ...stamp,
    waitlist_id: Id,
    plate: v.string(),
    bay_class: BayClass,
  }),
  /** Somebody on the waitlist did not come for the bay, and waits no more. */
  v.object({ type: v.literal('waitlist_lapsed'), ...stamp, waitlist_id: Id, plate: v.string(), bay_class: BayClass }),
  /** Somebody has changed how the site is set up: whoever shows that part reads it anew. */
  v.object({
    type: v.literal('site_changed'),
    ...stamp,
    area: v.picklist(['site', 'hours', 'bays', 'layout', 'services', 'users', 'devices']),
  }),
  /** This server may not have heard of something that another one did: whoever shows anything reads it anew. */
  v.object({ type: v.literal('news_missed'), ...stamp }),
  v.object({
    type: v.literal('kiosk_changed'),
    ...stamp,
    change: v.picklist(['paired', 'unpaired', 'connected', 'disconnected']),
    name: v.string(),
    /** Of one that was paired: which it is, and the account that made its code and may take it back. */
    device_id: v.optional(Id),
    paired_by: v.optional(Id),
  }),
  /** A paired kiosk shows something else now, or is asked to open its page anew: then `state` is absent. */
  v.object({ type: v.literal('kiosk_state'), ...stamp, device_id: Id, state: v.optional(KioskState) }),
  /** Somebody at a kiosk calls the attendant; an attendant is on the way there, or is not after all; the call was withdrawn. */
  v.object({ type: v.literal('help_called'), ...stamp, call_id: Id, kiosk: v.string() }),
  v.object({ type: v.literal('help_taken'), ...stamp, call_id: Id, kiosk: v.string() }),
  v.object({ type: v.literal('help_released'), ...stamp, call_id: Id, kiosk: v.string() }),
  v.object({ type: v.literal('help_withdrawn'), ...stamp, call_id: Id, kiosk: v.string() }),
  /** A backup was not made, or did not get to the second folder, or not for want of the passphrase. */
  v.object({ type: v.literal('backup_failed'), ...stamp, what: BackupTrouble }),
  v.object({
    type: v.literal('clock_changed'),
    ...stamp,
    what: v.picklist(['started', 'stepped', 'drifted', 'slept', 'accepted', 'confirmed', 'put_ahead', 'put_right']),
    clock_state: ClockState,
    epoch: Int,
  }),
])
export type Notification = v.InferOutput<typeof Notification>
