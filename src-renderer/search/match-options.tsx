import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime, useSiteTime } from '../controls/SiteTime.tsx'
import { pressInTurn } from '../commands/press-buttons.ts'
import { writeReceiptFilter } from '../receipts/receipt-filter.ts'
import { openCounter } from '../counter/counter-task.ts'
import { goTo } from '../shell/hash-route.ts'
import type { PaletteOption } from './OptionList.tsx'
import type { Match } from './use-search.ts'

const most = 12

/** What each found car or booking leads to: a parked car most often leaves, and can be looked at on the map. */
export function useMatchOptions(matches: readonly Match[]): PaletteOption[] {
  const t = useT()
  return matches.slice(0, most).flatMap((found): PaletteOption[] => {
    const { match, stay, booking } = found
    const isNear = match === 'near'
    if (stay?.state === 'parked') {
      return [
        {
          id: `exit-${stay.id}`,
          content: <StayFound stay={stay} isNear={isNear} act="exit" />,
          run: () => openCounter({ is: 'exit', stayId: stay.id }),
        },
        {
          id: `map-${stay.id}`,
          content: <StayFound stay={stay} isNear={isNear} act="map" />,
          run: () => goTo('lot', `bay=${encodeURIComponent(stay.bay.id)}`),
        },
      ]
    }
    const other = otherOption(found, t) ?? []
    if (booking === null) return [other].flat()
    return [
      {
        id: `booking-${booking.id}`,
        content: <BookingFound booking={booking} isNear={isNear} />,
        run: () => goTo('bookings', filterToQuery({ ...noFilter, text: booking.reference })),
      },
      // A wash is looked for as a booking at the counter, and as a card on the board.
      ...[other].flat(),
    ]
  })
}

/** What is found beside cars and bookings, with where it is worked on. */
function otherOption(
  { match, booking, wash, waiting, permit, receipt }: Match,
  t: Translator,
): PaletteOption | undefined {
  const isNear = match === 'near'
  if (wash !== null && booking !== null && !isOver(wash.state)) {
    const words = t(`wash.column.${wash.state}`)
    const content = <OtherFound act="wash" plate={booking.plate} words={words} isNear={isNear} />
    return { id: `wash-${wash.id}`, content, run: () => openWash(wash.id) }
  }
  if (waiting !== null) {
    const content = <OtherFound act="waiting" plate={waiting.plate} at={waiting.since} isNear={isNear} />
    return { id: `waiting-${waiting.id}`, content, run: () => goTo('today') }
  }
  if (permit !== null) {
    const words = `${permit.holder} · ${t(`permits.state.${permit.state}`)}`
    const content = <OtherFound act="permit" plate={permit.plate} words={words} isNear={isNear} />
    return {
      id: `permit-${permit.id}`,
      content,
      run: () => goTo('permits', new URLSearchParams({ permit: permit.id }).toString()),
    }
  }
  if (receipt === null) return undefined
  const { label, plate, issued_at: at } = receipt
  const content = <OtherFound act="receipt" plate={plate} words={label} at={at} isNear={isNear} />
  const query = writeReceiptFilter({ date: null, text: plate })
  return {
    id: `receipt-${label}`,
    content,
    run: () => {
      pressInTurn([{ command: 'receipts.open', of: label }], () => {})
      goTo('receipts', query)
    },
  }
}

/** Goes to the board and opens the card. */
function openWash(id: string): void {
  pressInTurn([{ command: 'wash.open', of: id }], () => {})
  goTo('washes')
}

/** A wash that is over is found as its booking. */
function isOver(state: NonNullable<Match['wash']>['state']): state is 'collected' | 'cancelled' | 'no_show' {
  return state === 'collected' || state === 'cancelled' || state === 'no_show'
}

interface OtherFoundProps {
  readonly act: 'wash' | 'waiting' | 'permit' | 'receipt'
  readonly plate: string
  readonly words?: string
  readonly at?: string
  readonly isNear: boolean
}

function OtherFound({ act, plate, words, at, isNear }: OtherFoundProps) {
  const t = useT()
  return (
    <>
      <strong className="palette__act">{t(`search.act.${act}`)}</strong>
      <Plate plate={plate} />
      <span className="palette__words tabular">
        {words} {at !== undefined && <SiteTime at={at} />}
      </span>
      {isNear && <NearMark />}
    </>
  )
}

function StayFound({ stay, isNear, act }: { stay: Stay; isNear: boolean; act: 'exit' | 'map' }) {
  const t = useT()
  const at = useSiteTime()
  return (
    <>
      <strong className="palette__act">{t(`search.act.${act}`)}</strong>
      <Plate plate={stay.plate} />
      <span className="palette__words tabular">
        {t('search.stay', { bay: stay.bay.label, time: at(stay.entered_at), ticket: stay.ticket })}
      </span>
      {isNear && <NearMark />}
    </>
  )
}

export function BookingFound({ booking, isNear }: { booking: StaffBooking; isNear: boolean }) {
  const t = useT()
  const at = useSiteTime()
  const facts = { bay: booking.resource.label, time: at(booking.start), reference: booking.reference }
  return (
    <>
      <strong className="palette__act">{t('search.act.booking')}</strong>
      <Plate plate={booking.plate} />
      <span className="palette__words tabular">{t('search.booking', facts)}</span>
      <span>{t(`console.state.${booking.state}`)}</span>
      {isNear && <NearMark />}
    </>
  )
}

function NearMark() {
  const t = useT()
  return <span className="palette__near">{t('search.near')}</span>
}
