import type { NewBooking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PhoneCode } from './PhoneCode.tsx'
import { followLink } from './follow-link.ts'

/** The booking for the customer's own phone. */
export function FollowOnPhone({ booking }: { readonly booking: Pick<NewBooking, 'id' | 'manage_token'> }) {
  const t = useT()
  return (
    <PhoneCode
      title={t('kiosk.booked.follow')}
      words={t('kiosk.booked.followWords')}
      text={followLink(location, booking.id, booking.manage_token)}
    />
  )
}
