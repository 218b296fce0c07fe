import type { Announcement } from '../events/announcement.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { WaitlistRow } from '../store/car-park-rows.ts'
import type { Ms, Queries, SiteRow, Transaction } from '../store/store.ts'
import { longestFree } from './free-bays.ts'
import { baysOfClass, lotBusy, STANDING_MS } from './lot-busy.ts'

const MINUTE = 60_000

/** Who of those that wait can have a bay now: as many of a class as there are free bays that nobody was offered yet. */
export async function dueOffers(queries: Queries, now: Ms): Promise<readonly WaitlistRow[]> {
  const open = await queries.openWaitlist()
  if (!open.some(({ state }) => state === 'waiting')) return []
  const busy = await lotBusy(queries, { from: now, to: now + STANDING_MS }, now)
  const due: WaitlistRow[] = []
  for (const bayClass of new Set(open.map((row) => row.bayClass))) {
    const ofClass = open.filter((row) => row.bayClass === bayClass)
    const free = longestFree(await baysOfClass(queries, bayClass), busy, now, STANDING_MS).length
    const offered = ofClass.filter(({ state }) => state === 'offered').length
    due.push(...ofClass.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free - offered)))
  }
  return due
}

/** Until when a bay that was offered is kept for who waits: as long as one is held for a customer who books. */
export function offerDeadline({ state, offeredAt }: WaitlistRow, { holdMinutes }: SiteRow): Ms | undefined {
  return state === 'offered' && offeredAt !== null ? offeredAt + holdMinutes * MINUTE : undefined
}

/** The offers whose time is over at an instant. */
export async function lapsedOffers(queries: Queries, site: SiteRow, now: Ms): Promise<readonly WaitlistRow[]> {
  return (await queries.openWaitlist()).filter((row) => (offerDeadline(row, site) ?? Infinity) <= now)
}

/** Who was offered a bay and did not come waits no more, so that it is the next one's turn. */
export async function lapseOffers(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const row of await lapsedOffers(tx, site, tx.at)) {
    await tx.updateWaitlist(row.id, { state: 'left', offeredAt: row.offeredAt, closedAt: tx.at })
    announcements.push(await tell(tx, site, row, 'lapsed'))
  }
  return announcements
}

/** Offers free bays to those who wait for one, longest first; each is told of once. */
export async function offerFreeBays(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const row of await dueOffers(tx, tx.at)) {
    await tx.updateWaitlist(row.id, { state: 'offered', offeredAt: tx.at, closedAt: null })
    announcements.push(await tell(tx, site, row, 'offered'))
  }
  return announcements
}

const types = { offered: 'waitlist_bay_free', lapsed: 'waitlist_lapsed' } as const

async function tell(
  tx: Transaction,
  { timezone }: SiteRow,
  { id, plate, bayClass: bay_class }: WaitlistRow,
  what: keyof typeof types,
): Promise<Announcement> {
  const about = { data: { bay_class }, personal: { plate } }
  const seq = await tx.appendEvent({ at: tx.at, kind: `waitlist.${what}`, subject: id, actor: 'clock', ...about })
  const at = toSiteIso(tx.at, timezone)
  return { notification: { type: types[what], seq, at, waitlist_id: id, plate, bay_class } }
}
