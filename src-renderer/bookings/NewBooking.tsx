import { useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { BookingPayment } from '../counter/BookingPayment.tsx'
import { NewBookedDialog } from './NewBookedDialog.tsx'
import { NewBookingDialog } from './NewBookingDialog.tsx'
import { noteOwn } from './own-bookings.ts'

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
      return <BookingPayment booking={step.booking} onClose={onClose} onPaid={() => noteOwn(step.booking.id)} />
  }
}
