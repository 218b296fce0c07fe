import { newId, type Random } from '../ids/random.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { Announcement } from '../events/announcement.ts'
import type { ShiftRow } from '../store/money-rows.ts'
import type { SiteRow, Transaction } from '../store/store.ts'

export interface ShiftChange {
  readonly shift: ShiftRow
  readonly announcement: Announcement
}

/** Opens the next shift; the caller has seen that none is open. @param openedBy whose shift it is, as the trail names them */
export async function openShift(
  tx: Transaction,
  site: SiteRow,
  { floatMinor, openedBy, actor, random }: { floatMinor: number; openedBy: string; actor: string; random: Random },
): Promise<ShiftChange> {
  const shift: ShiftRow = {
    id: newId(random),
    number: await tx.nextShiftNumber(),
    state: 'open',
    openedAt: tx.at,
    openedBy,
    floatMinor,
    closedAt: null,
    closedBy: null,
    countedMinor: null,
    expectedMinor: null,
    report: null,
  }
  await tx.insertShift(shift)
  const data = { number: shift.number, float_minor: floatMinor, currency: site.currency, shift_of: openedBy }
  const seq = await tx.appendEvent({ at: tx.at, kind: 'shift.opened', subject: shift.id, actor, data })
  return { shift, announcement: shiftChanged(shift, site, seq, tx.at) }
}

export function shiftChanged(shift: ShiftRow, site: SiteRow, seq: number, at: number): Announcement {
  const { id: shift_id, number, state } = shift
  return { notification: { type: 'shift_changed', seq, at: toSiteIso(at, site.timezone), shift_id, number, state } }
}
