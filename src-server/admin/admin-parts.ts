import type { Notification } from '../../src-shared/protocol/notifications.ts'
import { isRefusal, type Refusal } from '../../src-shared/errors/refusal.ts'
import { bookingWindow } from '../booking/booking-window.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus } from '../events/event-bus.ts'
import type { Passwords } from '../identity/passwords.ts'
import type { Principal } from '../identity/principal.ts'
import type { SessionService } from '../identity/session-service.ts'
import type { Random } from '../ids/random.ts'
import type { Settings } from '../settings/settings.ts'
import { plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'

export interface AdminParts {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly passwords: Passwords
  readonly events: EventBus
  readonly site: SiteService
  readonly sessions: SessionService
  readonly settings: Settings
  /** Goes back to true time, where a demo's own was ahead of it. */
  readonly putClockRight: (actor: string) => Promise<void>
}

/** Whoever is signed in and may do what the route asks. */
export type Admin = Extract<Principal, { kind: 'user' }>

export type SiteArea = Extract<Notification, { type: 'site_changed' }>['area']

/** The site's row as a transaction sees it. A site that is not set up has nobody who could call. */
export async function siteOf(tx: Pick<Transaction, 'site'>): Promise<SiteRow> {
  const site = await tx.site()
  if (site === undefined) throw new Error('an admin without a site')
  return site
}

/** Changes something of the site in one transaction; afterwards everybody whom it concerns is told to read it anew. */
export async function changeSite<T>(
  { store, site, events, clock }: AdminParts,
  area: SiteArea,
  work: (tx: Transaction) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const { result, at, seq } = await store.write(async (tx) => ({
    result: await work(tx),
    at: tx.at,
    seq: await tx.lastEventSeq(),
  }))
  if (isRefusal(result)) return result
  await site.reload()
  events.publish('notification', { type: 'site_changed', seq, at: toSiteIso(at, site.timezone), area })
  const row = await site.row()
  if (row === undefined || area === 'users' || area === 'devices') return result
  const { min_date: first, max_date: last } = bookingWindow(row, clock.now())
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    for (const kind of ['wash', 'parking'] as const) events.publish('availability', { kind, date, version: seq })
  }
  return result
}

/** The members that a change would make different, as two lists for the audit trail. */
export function changedMembers(before: object, after: object): { before: string; after: string } | undefined {
  const old = new Map(Object.entries(before))
  const differing = Object.entries(after).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(old.get(name)),
  )
  if (differing.length === 0) return undefined
  const was = differing.map(([name]) => [name, old.get(name) ?? null] as const)
  return { before: JSON.stringify(Object.fromEntries(was)), after: JSON.stringify(Object.fromEntries(differing)) }
}
