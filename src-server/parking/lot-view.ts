import type { Lot, LotBay } from '../../src-shared/api/stay-schemas.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import { lotLayout } from '../site/lot-plan.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { AllocationRow, BookingView, Ms, Queries, ResourceRow, SiteRow } from '../store/store.ts'
import { isOverstay } from './stay-wire.ts'

const MINUTE = 60_000
/** A booking that begins so soon is a conflict where another car stands in its bay, in ms. */
const SOON_MS = 15 * MINUTE

interface LotNow {
  readonly now: Ms
  readonly timezone: string
  readonly stays: readonly StayView[]
  readonly allocations: readonly AllocationRow[]
  readonly bookings: ReadonlyMap<string, BookingView>
}

/** The live map: every bay as it is now, and what somebody must look at. */
export async function lotView(queries: Queries, site: SiteRow, now: Ms): Promise<Lot> {
  const aheadMs = site.walkInMinutes * MINUTE
  const bays = [...(await queries.resources('bay')), ...(await queries.resources('wash_bay'))]
  const allocations = [
    ...(await queries.liveAllocations('bay', now, now + aheadMs)),
    ...(await queries.liveAllocations('wash_bay', now, now + aheadMs)),
  ].toSorted((a, b) => a.busyFrom - b.busyFrom)
  const stays = await queries.parkedStays()
  const bookings = await bookingsOf(queries, allocations, stays)
  const lot: LotNow = { now, timezone: site.timezone, stays, allocations, bookings }
  return {
    server_time: toSiteIso(now, site.timezone),
    layout: (await lotLayout(queries)).layout,
    bays: bays.map((bay) => bayNow(lot, bay)),
    conflicts: conflictsOf(lot),
  }
}

async function bookingsOf(
  queries: Queries,
  allocations: readonly AllocationRow[],
  stays: readonly StayView[],
): Promise<ReadonlyMap<string, BookingView>> {
  const ids = new Set([...allocations, ...stays].flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId])))
  const found = new Map<string, BookingView>()
  for (const id of ids) {
    const booking = await queries.booking(id)
    if (booking !== undefined) found.set(id, booking)
  }
  return found
}

type Standing = Pick<LotBay, 'state' | 'plate' | 'since' | 'until' | 'stay_id' | 'booking_id' | 'note'>

const nobody: Standing = {
  state: 'free',
  plate: null,
  since: null,
  until: null,
  stay_id: null,
  booking_id: null,
  note: null,
}

function bayNow(lot: LotNow, { id, label, kind, bayClass }: ResourceRow): LotBay {
  const onBay = lot.allocations.filter(({ resourceId }) => resourceId === id)
  const stay = lot.stays.find(({ resourceId }) => resourceId === id)
  const next = nextBooking(lot, onBay, stay)
  return {
    id,
    label,
    kind,
    bay_class: bayClass,
    ...(stay === undefined ? withoutCar(lot, onBay) : withCar(lot, stay)),
    next: next && {
      booking_id: next.id,
      reference: next.reference,
      plate: next.plate,
      start: toSiteIso(next.startsAt, lot.timezone),
    },
  }
}

function withCar({ now, timezone }: LotNow, stay: StayView): Standing {
  const { bookedUntil } = stay
  return {
    ...nobody,
    state: isOverstay(stay, now) ? 'overstay' : 'taken',
    plate: stay.plate,
    since: toSiteIso(stay.enteredAt, timezone),
    until: bookedUntil === null ? null : toSiteIso(bookedUntil, timezone),
    stay_id: stay.id,
    booking_id: stay.bookingId,
  }
}

/** A bay where nobody stands is whoever has it now, or will have it soonest within the look-ahead. */
function withoutCar({ timezone, bookings }: LotNow, onBay: readonly AllocationRow[]): Standing {
  const [first] = onBay
  if (first === undefined) return nobody
  const booking = first.bookingId === null ? undefined : bookings.get(first.bookingId)
  const iso = (ms: Ms) => toSiteIso(ms, timezone)
  const who = { ...nobody, plate: booking?.plate ?? null, booking_id: first.bookingId }
  switch (first.state) {
    case 'blocked':
      return { ...who, state: 'blocked', since: iso(first.busyFrom), until: endOfBlock(first, iso), note: first.note }
    case 'in_use':
      return { ...who, state: 'taken', since: iso(first.busyFrom), until: iso(booking?.endsAt ?? first.busyTo) }
    case 'held':
      return { ...who, state: 'held', until: booking?.holdExpiresAt == null ? null : iso(booking.holdExpiresAt) }
    default:
      return { ...who, state: 'booked', until: booking === undefined ? null : iso(booking.endsAt) }
  }
}

/** A block that lasts until somebody ends it. */
export const UNTIL_UNBLOCKED = Date.UTC(9000, 0)

function endOfBlock({ busyTo }: AllocationRow, iso: (ms: Ms) => string): string | null {
  return busyTo >= UNTIL_UNBLOCKED ? null : iso(busyTo)
}

/** The soonest booking on a bay that has not come and is not the one whose car stands there. */
function nextBooking(
  { bookings }: LotNow,
  onBay: readonly AllocationRow[],
  stay: StayView | undefined,
): BookingView | null {
  for (const { bookingId, state } of onBay) {
    const booking = bookingId === null || bookingId === stay?.bookingId ? undefined : bookings.get(bookingId)
    if (booking !== undefined && state !== 'in_use') return booking
  }
  return null
}

function conflictsOf({ now, timezone, stays, allocations, bookings }: LotNow): Lot['conflicts'] {
  return stays.flatMap((stay) => {
    const own = stay.bookingId === null ? undefined : bookings.get(stay.bookingId)
    const kept = allocations.flatMap(({ resourceId, bookingId, busyFrom, state }) => {
      const isInTheWay = resourceId === stay.resourceId && state !== 'in_use' && busyFrom <= now + SOON_MS
      const booking = isInTheWay && bookingId !== null && bookingId !== stay.bookingId && bookings.get(bookingId)
      return booking === undefined || booking === false ? [] : [booking]
    })
    const all = own !== undefined && isOverstay(stay, now) ? [own, ...kept] : kept
    return all.map((booking) => ({ booking: toStaffWire(booking, timezone), stay_id: stay.id, bay: stay.bayLabel }))
  })
}
