import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { stayMayBecome } from '../../src-shared/stay/stay-states.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import type { Clock } from '../clock/clock.ts'
import type { Done } from '../decisions/decide.ts'
import type { Announcement } from '../events/announcement.ts'
import { tellMoneyToReturn } from '../payments/payment-events.ts'
import { closeOpenPayment, keptOf, openPaymentOf } from '../payments/payment-ledger.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { Ms, SiteRow, Transaction } from '../store/store.ts'
import { longestFree } from './free-bays.ts'
import { releaseBay } from './leave.ts'
import { lotBusy } from './lot-busy.ts'
import { recordStayChange, rereadStay } from './stay-events.ts'
import { tariffInForce } from './tariff-in-force.ts'
import { bayNotFree, LEAST_MS, refuseBayId } from './walk-in.ts'

function refuseEnded({ state }: StayView): Refusal | undefined {
  return state === 'parked' ? undefined : refuse('invalid_state', `the car is ${state}`)
}

/** The car stands in another bay. What it pays does not change. */
export async function moveCar(
  tx: Transaction,
  site: SiteRow,
  stay: StayView,
  bayId: string,
  actor: string,
): Promise<Done<StayView> | Refusal> {
  const ended = refuseEnded(stay)
  if (ended !== undefined) return ended
  const bay = await tx.resource(bayId)
  if (bay?.kind !== 'bay' || !bay.active) return refuseBayId('must be a bay of this lot')
  if (bay.id === stay.resourceId) return refuse('invalid_state', 'the car stands in that bay')
  const allocation = await tx.allocationOf({ stayId: stay.id })
  if (allocation === undefined) throw new Error(`stay ${stay.id} has no bay`)
  const planned = Math.max(allocation.busyTo, tx.at + LEAST_MS)
  const busy = await lotBusy(tx, { from: tx.at, to: planned }, tx.at)
  const [free] = longestFree([bay], busy, tx.at, LEAST_MS)
  if (free === undefined) return bayNotFree(tx, bay)
  const interval = { busyFrom: tx.at, busyTo: Math.min(planned, free.until) }
  if (!(await tx.updateAllocation(allocation.id, { resourceId: bay.id, ...interval }))) return bayNotFree(tx, bay)
  await tx.updateStay(stay.id, { resourceId: bay.id })
  if (stay.bookingId !== null) await tx.setBookingResource(stay.bookingId, bay.id, tx.at)
  const moved = await rereadStay(tx, stay.id)
  const data = { from_resource: stay.resourceId }
  return { answer: moved, announcements: [await recordStayChange(tx, site, moved, { what: 'moved', actor, data })] }
}

/** The car came at another time than was written down. What was named on its way out is void; the first time stays. */
export async function correctEntry(
  tx: Transaction,
  site: SiteRow,
  clock: Clock,
  stay: StayView,
  correction: { readonly enteredAt: Ms; readonly reason: string },
  actor: string,
): Promise<Done<StayView> | Refusal> {
  const ended = refuseEnded(stay)
  if (ended !== undefined) return ended
  const { enteredAt, reason } = correction
  if (enteredAt > tx.at && !isClockUntrusted(clock)) {
    return refuse('invalid_interval', 'a car cannot have come later than now')
  }
  const open = await openPaymentOf(tx, { stayId: stay.id })
  if (open !== undefined && keptOf(open) > 0) return refuse('invalid_state', 'a part of what is due was taken')
  const tariff = stay.bookingId === null ? await tariffInForce(tx, enteredAt) : await bookedTariff(tx, stay)
  if (tariff === undefined) return refuse('no_tariff')
  await closeOpenPayment(tx, { stayId: stay.id }, 'void')
  await tx.updateStay(stay.id, { enteredAt, exitQuoteId: null, tariffVersionId: tariff.version.id })
  const corrected = await rereadStay(tx, stay.id)
  const data = { reason, entered_at: enteredAt, entered_at_before: stay.enteredAt, tariff: tariff.version.number }
  const what = { what: 'entry_corrected' as const, actor, data }
  return { answer: corrected, announcements: [await recordStayChange(tx, site, corrected, what)] }
}

async function bookedTariff(tx: Transaction, { tariffVersionId }: StayView) {
  const version = await tx.tariffVersion(tariffVersionId)
  return version && { version }
}

/** The ticket was a mistake: there never was a car. Money that was taken for it is to go back. */
export async function voidStay(
  tx: Transaction,
  site: SiteRow,
  stay: StayView,
  reason: string,
  actor: string,
): Promise<Done<StayView> | Refusal> {
  if (!stayMayBecome(stay.state, 'voided')) return refuse('invalid_state', `the car is ${stay.state}`)
  await closeOpenPayment(tx, { stayId: stay.id }, 'void')
  await tx.updateStay(stay.id, { state: 'voided' })
  const released = await releaseBay(tx, site, stay, 'cancelled', actor)
  const voided = await rereadStay(tx, stay.id)
  const changed = await recordStayChange(tx, site, voided, { what: 'voided', actor, data: { reason } })
  const payments = await tx.paymentsOf({ stayId: stay.id })
  const toReturn: Announcement[] = []
  for (const payment of payments) toReturn.push(...(await tellMoneyToReturn(tx, site, payment)))
  return { answer: voided, announcements: [...released, changed, ...toReturn] }
}
