import { useId } from 'react'
import type { StrandedBooking } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Plate } from '../../controls/Plate.tsx'
import { SiteTime } from '../../controls/SiteTime.tsx'

/** Bookings that a change leaves outside: nobody is cancelled by it, so somebody must call. */
export function Stranded({ bookings }: { bookings: readonly StrandedBooking[] }) {
  const t = useT()
  const wordsId = useId()
  if (bookings.length === 0) return null
  return (
    <div className="note note--warning stranded" role="status">
      <p id={wordsId}>{t('admin.stranded', { count: bookings.length })}</p>
      {/* It scrolls where it is long, by keys too. */}
      <div className="stranded__list" role="region" aria-labelledby={wordsId} tabIndex={0}>
        <ul>
          {bookings.map(({ id, reference, plate, phone, start, resource }) => (
            <li key={id}>
              <Plate plate={plate} /> <SiteTime at={start} /> · {resource} · {reference}
              {phone !== null && ` · ${phone}`}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
