import type { Announcement } from '../events/announcement.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { WaitlistRow } from '../store/car-park-rows.ts'
import type { Ms, Queries, SiteRow, Transaction } from '../store/store.ts'
import { longestFree } from './free-bays.ts'
import { baysOfClass, lotBusy, STANDING_MS } from './lot-busy.ts'

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

/** Offers free bays to those who wait for one, longest first; each is told of once. */
export async function offerFreeBays(tx: Transaction, site: SiteRow): Promise<readonly Announcement[]> {
  const announcements: Announcement[] = []
  for (const { id, plate, bayClass } of await dueOffers(tx, tx.at)) {
    await tx.updateWaitlist(id, { state: 'offered', offeredAt: tx.at, closedAt: null })
    const data = { plate, bay_class: bayClass }
    const seq = await tx.appendEvent({ at: tx.at, kind: 'waitlist.offered', subject: id, actor: 'clock', data })
    const at = toSiteIso(tx.at, site.timezone)
    announcements.push({
      notification: { type: 'waitlist_bay_free', seq, at, waitlist_id: id, plate, bay_class: bayClass },
    })
  }
  return announcements
}
