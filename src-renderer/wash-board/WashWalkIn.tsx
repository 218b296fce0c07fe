import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { failureOf, wordsOf } from '../connection/failure.ts'
import { BookingPayment } from '../counter/BookingPayment.tsx'
import { WashWalkInDialog } from './WashWalkInDialog.tsx'

interface WashWalkInProps {
  readonly onClose: () => void
  /** Something is on the board now. */
  readonly onQueued: () => void
}

/** A car without a booking: its plate, the money, and it stands in the queue. */
export function WashWalkIn({ onClose, onQueued }: WashWalkInProps) {
  const t = useT()
  const [booking, setBooking] = useState<StaffBooking | null>(null)
  if (booking === null) return <WashWalkInDialog onBooked={setBooking} onClose={onClose} />
  const { id, plate } = booking
  /** The car stands at the counter: nobody has to say that it has come. */
  const queue = async () => {
    try {
      await api.call('POST /api/v1/bookings/{id}/check-in', { params: { id } })
      toast.success(t('wash.walkIn.done', { plate }))
    } catch (error) {
      toast.error(wordsOf(failureOf(error), t))
    }
    onQueued()
  }
  return <BookingPayment booking={booking} onPaid={() => void queue()} onClose={onClose} />
}
