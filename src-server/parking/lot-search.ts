import type { SearchAnswer } from '../../src-shared/api/stay-schemas.ts'
import { foldLookAlikes, matchPlate, type PlateMatch } from '../../src-shared/plate/plate-search.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import { normaliseSpeakable } from '../ids/random.ts'
import { dateAt, dayBounds, plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { BookingView, Ms, Queries, SiteRow } from '../store/store.ts'
import { permitWire } from '../permits/permit-service.ts'
import { toReceiptSummary } from '../receipts/receipt-wire.ts'
import { toStayWire } from './stay-wire.ts'
import { toWaitingWire } from './waitlist.ts'

const matchKinds = ['exact', 'part', 'near'] as const
type MatchKind = (typeof matchKinds)[number]

/** As many as somebody at the barrier looks through. */
const MOST_MATCHES = 30
/** Fewer characters are in nearly every plate: they are looked for among the cars and bookings of these days only. */
const LEAST_PART = 3
/** So many plates are looked at, and of each so many bookings, permits and receipts. */
const MOST_PLATES = 20
const MOST_OF_ONE = 3

interface Candidate {
  readonly stay: StayView | null
  readonly booking: BookingView | null
}

type Found = SearchAnswer['matches'][number]
const nothing = { stay: null, booking: null, wash: null, waiting: null, permit: null, receipt: null } as const

/**
 * All that a text can mean: the cars that are here or left today and the bookings of yesterday to the end of the window
 * with a slip forgiven, who waits, and whatever else is known of plates that hold the text.
 */
export async function searchLot(queries: Queries, site: SiteRow, now: Ms, typed: string): Promise<SearchAnswer> {
  const found = (await candidates(queries, site, now)).flatMap((candidate) => {
    const kind = matchOf(typed, candidate)
    return kind === undefined ? [] : [{ kind, candidate }]
  })
  const known = new Set(found.flatMap(({ candidate }) => candidate.booking?.id ?? []))
  const near = found.map(({ kind, candidate: { stay, booking } }) => ({
    ...nothing,
    match: kind,
    stay: stay && toStayWire(stay, now, site.timezone),
    booking: booking && toStaffWire(booking, site.timezone),
  }))
  const waiting = await whoWaits(queries, site, typed)
  const older = await ofPlates(queries, site, now, typed, known)
  // Stable: of equal matches the cars that are here come first, then who waits, what lies nearest to now, and papers.
  const matches = [...near, ...waiting, ...older]
    .toSorted((a, b) => matchKinds.indexOf(a.match) - matchKinds.indexOf(b.match) || orderOf(a) - orderOf(b))
    .slice(0, MOST_MATCHES)
  return { server_time: toSiteIso(now, site.timezone), matches: await withWashes(queries, matches) }
}

function orderOf({ stay, waiting }: Found): number {
  if (stay?.state === 'parked') return 0
  return waiting === null ? 2 : 1
}

async function whoWaits(queries: Queries, site: SiteRow, typed: string): Promise<Found[]> {
  return (await queries.openWaitlist()).flatMap((row) => {
    const match = kindOf(matchPlate(typed, row.plate))
    return match === undefined ? [] : [{ ...nothing, match, waiting: toWaitingWire(row, site) }]
  })
}

async function withWashes(queries: Queries, matches: readonly Found[]): Promise<Found[]> {
  const whole: Found[] = []
  for (const found of matches) {
    const { booking } = found
    const job = booking?.kind === 'wash' ? await queries.washJobOfBooking(booking.id) : undefined
    whole.push(job === undefined ? found : { ...found, wash: { id: job.id, state: job.state } })
  }
  return whole
}

/** What the index of plates leads to: bookings of any day, permits, receipts. */
async function ofPlates(
  queries: Queries,
  site: SiteRow,
  now: Ms,
  typed: string,
  known: ReadonlySet<string>,
): Promise<Found[]> {
  const part = foldLookAlikes(normalisePlate(typed))
  if (part.length < LEAST_PART) return []
  const found: Found[] = []
  const { timezone } = site
  for (const plate of await queries.platesWith(part, MOST_PLATES)) {
    const match = kindOf(matchPlate(typed, plate)) ?? 'near'
    for (const id of await queries.newestBookingsOf(plate, MOST_OF_ONE)) {
      const booking = known.has(id) ? undefined : await queries.booking(id)
      if (booking !== undefined) found.push({ ...nothing, match, booking: toStaffWire(booking, timezone) })
    }
    for (const row of await queries.newestPermitsOf(plate, MOST_OF_ONE)) {
      found.push({ ...nothing, match, permit: permitWire(row, now, timezone) })
    }
    const receipts = (await queries.receiptsOfPlate(plate)).filter((row) => row.plate === plate)
    for (const row of receipts.slice(0, MOST_OF_ONE)) {
      found.push({ ...nothing, match, receipt: toReceiptSummary(row, timezone) })
    }
  }
  return found
}

async function candidates(queries: Queries, site: SiteRow, now: Ms): Promise<readonly Candidate[]> {
  const today = dateAt(now, site.timezone)
  const from = dayBounds(plusDays(today, -1), site.timezone).from
  const to = dayBounds(plusDays(today, site.windowDays), site.timezone).to
  const bookings = await queries.bookings({ from, to })
  const byId = new Map(bookings.map((booking) => [booking.id, booking]))
  const stays = [...(await queries.parkedStays()), ...(await queries.exitedStays(from, now + 1))]
  const withStay = new Set(stays.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId])))
  const ofStays = stays.map((stay) => ({
    stay,
    booking: stay.bookingId === null ? null : (byId.get(stay.bookingId) ?? null),
  }))
  const ofBookings = bookings
    .filter(({ id }) => !withStay.has(id))
    .map((booking) => ({ stay: null, booking }))
    .toSorted((a, b) => Math.abs(a.booking.startsAt - now) - Math.abs(b.booking.startsAt - now))
  return [...ofStays, ...ofBookings]
}

function matchOf(typed: string, { stay, booking }: Candidate): MatchKind | undefined {
  const names = [stay?.ticket, booking?.reference].filter((name) => name !== undefined)
  const code = normaliseSpeakable(typed)
  // W-7KQ4X is also found without its letter.
  const isNamed = names.some((name) => normaliseSpeakable(name) === code || normaliseSpeakable(name).slice(1) === code)
  if (code !== '' && isNamed) return 'exact'
  const match = kindOf(matchPlate(typed, stay?.plate ?? booking?.plate ?? ''))
  if (match !== undefined) return match
  return code.length >= 2 && names.some((name) => normaliseSpeakable(name).includes(code)) ? 'part' : undefined
}

function kindOf(match: PlateMatch | undefined): MatchKind | undefined {
  if (match === undefined) return undefined
  if (match.kind === 'exact') return 'exact'
  return match.kind === 'look_alike' || match.kind === 'one_edit' ? 'near' : 'part'
}
