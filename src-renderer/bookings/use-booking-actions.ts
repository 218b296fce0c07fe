import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { Booking, StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { undoCheckIn } from '../lot/use-bay-work.ts'
import { offerUndo } from '../undo/undo.tsx'
import { noteOwn } from './own-bookings.ts'
import type { RowAction } from './row-actions.ts'

/** A step that needs no more than the booking; payment also needs to know how it was paid. */
export type SimpleAction = Exclude<RowAction, 'pay'>

function send(id: string, action: SimpleAction): Promise<Booking> {
  const request = { params: { id } }
  switch (action) {
    case 'confirm':
      return api.call('POST /api/v1/bookings/{id}/confirm', request)
    case 'check_in':
      return api.call('POST /api/v1/bookings/{id}/check-in', request)
    case 'complete':
      return api.call('POST /api/v1/bookings/{id}/complete', request)
    case 'no_show':
      return api.call('POST /api/v1/bookings/{id}/no-show', request)
    case 'cancel':
      return api.call('POST /api/v1/bookings/{id}/cancel', request)
  }
}

/**
 * Carries out steps on bookings. A row is busy until the server has answered, and then shows what the server said until
 * the list has been read anew.
 */
export function useBookingActions(refresh: () => Promise<void>) {
  const t = useT()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const [answers, setAnswers] = useState<ReadonlyMap<string, Booking>>(new Map())

  async function work(booking: StaffBooking, done: RowAction, ask: () => Promise<Booking>) {
    noteOwn(booking.id)
    setBusy((before) => new Set(before).add(booking.id))
    try {
      const answer = await ask()
      setAnswers((before) => new Map(before).set(booking.id, answer))
      const amount = formatMoney(answer.price, t.language)
      const words = t(`console.action.done.${done}`, { plate: answer.plate, amount })
      if (done === 'check_in') offerUndo(words, () => undoCheckIn(booking.id))
      else toast.success(words)
    } finally {
      setBusy((before) => without(before, booking.id))
      // Also after a refusal: it often says that the booking is not what this page believes.
      void refresh().then(() => setAnswers((before) => new Map([...before].filter(([id]) => id !== booking.id))))
    }
  }

  return {
    busy,
    /** The booking with the newest answer about it. */
    newest: (booking: StaffBooking): StaffBooking => ({ ...booking, ...answers.get(booking.id) }),
    /** @throws ApiError when the server refuses or does not answer */
    perform: (booking: StaffBooking, action: SimpleAction) => work(booking, action, () => send(booking.id, action)),
    /** The counter has taken the money: the list is read anew, and the news of it is no news here. */
    paid: (booking: StaffBooking) => {
      noteOwn(booking.id)
      void refresh()
    },
  }
}

function without(set: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== gone))
}
