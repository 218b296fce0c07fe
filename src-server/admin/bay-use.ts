import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ResourceRow, Transaction } from '../store/store.ts'

/** Undefined where nobody has the bay or will have it; otherwise says who, and until when. */
export async function bayInUse(tx: Transaction, row: ResourceRow, timezone: string): Promise<Refusal | undefined> {
  const live = await tx.allocationsOf(row.id, tx.at)
  if (live.length === 0) return undefined
  const uses = await Promise.all(
    live.map(async ({ state, bookingId, stayId, busyFrom, busyTo, note }) => ({
      state,
      name:
        (bookingId !== null && (await tx.booking(bookingId))?.reference) ||
        (stayId !== null && (await tx.stay(stayId))?.plate) ||
        note ||
        '',
      from: toSiteIso(busyFrom, timezone),
      to: toSiteIso(busyTo, timezone),
    })),
  )
  const first = uses[0]
  const more = uses.length > 1 ? `, and ${uses.length - 1} more` : ''
  return refuse('bay_in_use', `${row.label}: ${first?.state} ${first?.name} until ${first?.to}${more}`, { uses })
}
