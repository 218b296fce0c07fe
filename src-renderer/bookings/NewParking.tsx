import { useState } from 'react'
import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { BookingPayment } from '../counter/BookingPayment.tsx'
import type { ChosenBay } from '../counter/counter-task.ts'
import { HeldDialog } from './HeldDialog.tsx'
import { NewBookedDialog } from './NewBookedDialog.tsx'
import { NewParkingDialog } from './NewParkingDialog.tsx'
import { noteOwn } from './own-bookings.ts'

type Step = { readonly is: 'choosing' } | { readonly is: 'held' | 'booked' | 'paying'; readonly booking: Booking }

/** A parking booking at the counter: choose, hold it while the price is agreed, confirm, and take the money. */
export function NewParking({ bay, onClose }: { bay: ChosenBay | undefined; onClose: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  switch (step.is) {
    case 'choosing':
      return <NewParkingDialog bay={bay} onHeld={(booking) => setStep({ is: 'held', booking })} onClose={onClose} />
    case 'held':
      return (
        <HeldDialog
          booking={step.booking}
          onConfirmed={(booking) => setStep({ is: 'booked', booking })}
          onGone={() => setStep({ is: 'choosing' })}
          onClose={onClose}
        />
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
      return <BookingPayment booking={step.booking} onPaid={() => noteOwn(step.booking.id)} onClose={onClose} />
  }
}
