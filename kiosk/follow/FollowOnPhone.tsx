import type { NewBooking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useStore } from 'zustand/react'
import { useKiosk, useSite } from '../session/kiosk-context.ts'
import { PhoneCode } from './PhoneCode.tsx'
import { followLink } from './follow-link.ts'

/** The booking for the customer's own phone. */
export function FollowOnPhone({ booking }: { readonly booking: Pick<NewBooking, 'id' | 'manage_token'> }) {
  const t = useT()
  const { customer_page: page, languages } = useSite()
  const spoken = useStore(useKiosk().speech, ({ tag }) => tag)
  const chosen = spoken === languages[0] ? undefined : spoken
  return (
    <PhoneCode
      title={t('kiosk.booked.follow')}
      words={t('kiosk.booked.followWords')}
      text={followLink(page, booking.id, booking.manage_token, chosen)}
    />
  )
}
