import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { announce, type Announcement } from '../booking/booking-events.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Random } from '../ids/random.ts'
import { settleTime } from '../parking/settle-time.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'

/** What it takes to write about money. */
export interface MoneyWriteParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly events: EventBus
  readonly site: SiteService
}

/** What a piece of work made, and what is to be told once it is durable. */
export interface Done<T> {
  readonly answer: T
  readonly announcements: readonly Announcement[]
}

/**
 * One write about money. What is overdue goes first, so that a deadline holds to the millisecond; what happened is
 * announced only after the commit.
 */
export async function writeMoney<T>(
  { store, clock, events, site: sites }: MoneyWriteParts,
  work: (tx: Transaction, site: SiteRow) => Promise<Done<T> | Refusal>,
): Promise<T | Refusal> {
  const site = await sites.row()
  if (site === undefined) return refuse('setup_needed')
  const { done, expired } = await store.write(async (tx) => ({
    expired: isClockUntrusted(clock) ? [] : await settleTime(tx, site),
    done: await work(tx, site),
  }))
  announce(events, [...expired, ...(isRefusal(done) ? [] : done.announcements)])
  return isRefusal(done) ? done : done.answer
}
