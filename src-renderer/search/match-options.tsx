import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { Plate } from '../controls/Plate.tsx'
import { useSiteTime } from '../controls/SiteTime.tsx'
import { openCounter } from '../counter/counter-task.ts'
import { goTo } from '../shell/hash-route.ts'
import type { PaletteOption } from './OptionList.tsx'
import type { Match } from './use-search.ts'

const most = 8

/** What each found car or booking leads to: a parked car most often leaves, and can be looked at on the map. */
export function useMatchOptions(matches: readonly Match[]): PaletteOption[] {
  return matches.slice(0, most).flatMap(({ match, stay, booking }): PaletteOption[] => {
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
    if (booking === null) return []
    return [
      {
        id: `booking-${booking.id}`,
        content: <BookingFound booking={booking} isNear={isNear} />,
        run: () => goTo('bookings', filterToQuery({ ...noFilter, text: booking.reference })),
      },
    ]
  })
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

function BookingFound({ booking, isNear }: { booking: StaffBooking; isNear: boolean }) {
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
