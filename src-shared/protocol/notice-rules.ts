import type { Role } from '../api/fields.ts'
import type { Notification } from './notifications.ts'

/** What becomes of a notification besides being sent to whoever listens now. */
export interface NoticeRule {
  /** `keep`: it waits for those who were not there. `pass`: it only tells screens to read something anew. */
  readonly keep: boolean
  /** Somebody has to do something about it. */
  readonly needsAttention: boolean
  readonly roles: readonly Role[]
}

const everybody = ['attendant', 'owner', 'admin'] as const
const pass: NoticeRule = { keep: false, needsAttention: false, roles: everybody }
const keep: NoticeRule = { keep: true, needsAttention: false, roles: everybody }
const attention: NoticeRule = { keep: true, needsAttention: true, roles: everybody }

/** The one table of who hears what, and what of it waits until it is read. */
const rules = {
  booking_changed: pass,
  payment_recorded: pass,
  payment_changed: pass,
  stay_changed: pass,
  wash_changed: pass,
  bay_changed: pass,
  site_changed: pass,
  news_missed: pass,
  booking_moved: keep,
  wash_ready: keep,
  shift_changed: { keep: true, needsAttention: false, roles: ['owner', 'admin'] },
  overstay: attention,
  bay_conflict: attention,
  wash_delayed: attention,
  waitlist_bay_free: attention,
  waitlist_lapsed: keep,
  money_to_return: attention,
  kiosk_changed: pass,
  kiosk_state: pass,
  clock_changed: keep,
  help_called: attention,
  help_taken: pass,
  help_released: pass,
  help_withdrawn: pass,
  backup_failed: { keep: true, needsAttention: true, roles: ['owner', 'admin'] },
} as const satisfies Record<Notification['type'], NoticeRule>

const suspect = new Set(['guarded', 'rollback', 'forward_suspect'])

/** The rule for one notification: what a customer books or cancels is kept, and a clock in doubt needs attention. */
export function noticeRule(notification: Notification): NoticeRule {
  if (notification.type === 'clock_changed' && suspect.has(notification.clock_state)) return attention
  // A tablet that only blinks is seen in the list of tablets.
  if (notification.type === 'kiosk_changed' && isForGood(notification.change)) return keep
  if (notification.type === 'booking_changed' && isCustomersNews(notification.booking.state)) return keep
  return rules[notification.type]
}

function isForGood(change: string): boolean {
  return change === 'paired' || change === 'unpaired'
}

function isCustomersNews(state: string): boolean {
  return state === 'awaiting_payment' || state === 'cancelled' || state === 'expired' || state === 'no_show'
}

export function mayHear(role: Role, notification: Notification): boolean {
  return rules[notification.type].roles.some((one) => one === role)
}
