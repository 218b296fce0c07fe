import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { BayTakenError } from '../booking/hold-wash-slot.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import { announce, type Announcement } from '../events/announcement.ts'
import type { EventBus } from '../events/event-bus.ts'
import { keepNotices } from '../notices/keep-notice.ts'
import { settleTime } from '../parking/settle-time.ts'
import { offerFreeBays } from '../parking/waitlist-offers.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'

/** What it takes to decide something. */
export interface DecisionParts {
  readonly store: Store
  readonly clock: Clock
  readonly events: EventBus
  readonly site: SiteService
}

/** What a piece of work made, and what is to be told once it is durable. */
export interface Done<T> {
  readonly answer: T
  readonly announcements: readonly Announcement[]
}

/**
 * One decision of the business, in one transaction at one instant. First what is overdue at that instant happens, so
 * that a deadline holds to the millisecond and not to the next sweep; then the work; last whoever waits is offered what
 * has become free. What has to wait for somebody is written down with it, and told only after the commit.
 */
export async function decide<T>(
  { store, clock, events, site: sites }: DecisionParts,
  work: (tx: Transaction, site: SiteRow) => Promise<Done<T> | Refusal>,
): Promise<T | Refusal> {
  const site = await sites.row()
  if (site === undefined) return refuse('setup_needed')
  const written = await store
    .write(async (tx) => {
      const isTrusted = !isClockUntrusted(clock)
      const settled = isTrusted ? await settleTime(tx, site) : []
      const done = await work(tx, site)
      const offers = isTrusted ? await offerFreeBays(tx, site) : []
      const made = isRefusal(done) ? [] : done.announcements
      return { done, announcements: await keepNotices(tx, [...settled, ...made, ...offers]) }
    })
    .catch((error: unknown) => {
      if (error instanceof BayTakenError) return { done: refuse('slot_taken'), announcements: [] }
      throw error
    })
  announce(events, written.announcements)
  return isRefusal(written.done) ? written.done : written.done.answer
}
