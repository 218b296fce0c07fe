import type { NewBooking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../session/kiosk-context.ts'
import { PhoneCode } from './PhoneCode.tsx'
import { followLink } from './follow-link.ts'

/** The booking for the customer's own phone. */
export function FollowOnPhone({ booking }: { readonly booking: Pick<NewBooking, 'id' | 'manage_token'> }) {
  const t = useT()
  const { customer_page: page } = useSite()
  return (
    <PhoneCode
      title={t('kiosk.booked.follow')}
      words={t('kiosk.booked.followWords')}
      text={followLink(page, booking.id, booking.manage_token)}
    />
  )
}
