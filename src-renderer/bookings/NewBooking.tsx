import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { NewBookedDialog } from './NewBookedDialog.tsx'
import { NewBookingDialog } from './NewBookingDialog.tsx'
import { PaymentDialog } from './PaymentDialog.tsx'

interface NewBookingProps {
  /** The day to begin with, YYYY-MM-DD; null for the first of the window. */
  readonly date: string | null
  readonly onClose: () => void
}

type Step =
  | { readonly is: 'choosing' }
  | { readonly is: 'booked'; readonly booking: Booking }
  | { readonly is: 'paying'; readonly booking: Booking }

/** A booking for a customer at the counter: choose, book, and take the payment if it comes at once. */
export function NewBooking({ date, onClose }: NewBookingProps) {
  const t = useT()
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  switch (step.is) {
    case 'choosing':
      return (
        <NewBookingDialog date={date} onClose={onClose} onBooked={(booking) => setStep({ is: 'booked', booking })} />
      )
    case 'booked':
      return (
        <NewBookedDialog
          booking={step.booking}
          onPay={() => setStep({ is: 'paying', booking: step.booking })}
          onClose={onClose}
        />
      )
    case 'paying':
      return (
        <PaymentDialog
          booking={step.booking}
          onClose={onClose}
          onPay={async (method) => {
            const { plate, price } = await api.call('POST /api/v1/bookings/{id}/payments', {
              params: { id: step.booking.id },
              body: { method },
            })
            toast.success(t('console.action.done.pay', { plate, amount: formatMoney(price, t.language) }))
          }}
        />
      )
  }
}
