import type { SearchAnswer } from '../../src-shared/api/stay-schemas.ts'
import { matchPlate } from '../../src-shared/plate/plate-search.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import { normaliseSpeakable } from '../ids/random.ts'
import { dateAt, dayBounds, plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { StayView } from '../store/car-park-rows.ts'
import type { BookingView, Ms, Queries, SiteRow } from '../store/store.ts'
import { toStayWire } from './stay-wire.ts'

const matchKinds = ['exact', 'part', 'near'] as const
type MatchKind = (typeof matchKinds)[number]

/** As many as somebody at the barrier looks through. */
const MOST_MATCHES = 30

interface Candidate {
  readonly stay: StayView | null
  readonly booking: BookingView | null
}

/** The cars that are here or left today, and the bookings of yesterday to the end of the window, that a text can mean. */
export async function searchLot(queries: Queries, site: SiteRow, now: Ms, typed: string): Promise<SearchAnswer> {
  const found = (await candidates(queries, site, now))
    .flatMap((candidate) => {
      const kind = matchOf(typed, candidate)
      return kind === undefined ? [] : [{ kind, candidate }]
    })
    // Stable: of equal matches the cars that are here come first, then what lies nearest to now.
    .toSorted((a, b) => matchKinds.indexOf(a.kind) - matchKinds.indexOf(b.kind))
    .slice(0, MOST_MATCHES)
  return {
    server_time: toSiteIso(now, site.timezone),
    matches: found.map(({ kind, candidate: { stay, booking } }) => ({
      match: kind,
      stay: stay && toStayWire(stay, now, site.timezone),
      booking: booking && toStaffWire(booking, site.timezone),
    })),
  }
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
  const match = matchPlate(typed, stay?.plate ?? booking?.plate ?? '')
  if (match?.kind === 'exact') return 'exact'
  if (match?.kind === 'prefix' || match?.kind === 'suffix' || match?.kind === 'part') return 'part'
  if (match !== undefined) return 'near'
  return code.length >= 2 && names.some((name) => normaliseSpeakable(name).includes(code)) ? 'part' : undefined
}
