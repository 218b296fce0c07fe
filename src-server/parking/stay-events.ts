import type { AuditOf } from '../../src-shared/api/audit-kinds.ts'
import type { Announcement } from '../events/announcement.ts'
import { dateAt, toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { EventInput, SiteRow, Transaction } from '../store/store.ts'

/** The stay as it stands after a write; one that is gone inside its own transaction is a bug. */
export async function rereadStay(tx: Transaction, id: string): Promise<StayView> {
  const stay = await tx.stay(id)
  if (stay === undefined) throw new Error(`stay ${id} is gone`)
  return stay
}

/** Writes a change of a stay into the audit trail. @returns what to tell after the commit */
export async function recordStayChange(
  tx: Transaction,
  site: SiteRow,
  stay: StayView,
  { what, actor, data = {} }: { what: AuditOf<'stay'>; actor: string; data?: EventInput['data'] },
): Promise<Announcement> {
  const { id, ticket, plate, state, bayLabel: bay } = stay
  const seq = await tx.appendEvent({
    at: tx.at,
    kind: `stay.${what}`,
    subject: id,
    actor,
    data: { ticket, resource: stay.resourceId, ...data },
    personal: { plate },
  })
  return {
    notification: {
      type: 'stay_changed',
      seq,
      at: toSiteIso(tx.at, site.timezone),
      stay: { id, ticket, plate, state, bay },
    },
    availability: { kind: 'parking', date: dateAt(tx.at, site.timezone), version: seq },
  }
}
