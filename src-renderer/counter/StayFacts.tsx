import type { Stay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Plate } from '../controls/Plate.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { stayLength } from './stay-length.ts'

/** Who leaves, since when it stood, and what bears on the price. */
export function StayFacts({ stay, leftAt }: { stay: Stay; leftAt: string }) {
  const t = useT()
  return (
    <div className="stay-facts">
      <p className="stay-facts__who">
        <Plate plate={stay.plate} large /> <strong>{stay.bay.label}</strong>{' '}
        <span className="tabular">{stay.ticket}</span>
      </p>
      <p className="tabular">
        <SiteTime at={stay.entered_at} /> – <SiteTime at={leftAt} />{' '}
        <strong>{stayLength(stay.entered_at, leftAt, t)}</strong>
      </p>
      {stay.booking !== null && (
        <p>
          {t('counter.exit.booked', { reference: stay.booking.reference })}{' '}
          {stay.booked_until !== null && <SiteTime at={stay.booked_until} />}
        </p>
      )}
      {stay.overstay && <p className="stay-facts__over">{t('counter.exit.overstay')}</p>}
      {stay.permit_holder !== null && <p>{t('counter.exit.permit', { name: stay.permit_holder })}</p>}
      {stay.first_entered_at !== null && <p>{t('counter.exit.corrected')}</p>}
    </div>
  )
}
