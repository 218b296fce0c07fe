import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** A sign in front of the word, so that neither colour nor reading alone must carry the state. */
const signs: Record<BookingState, string> = {
  held: 'H',
  awaiting_payment: 'P',
  confirmed: 'C',
  checked_in: 'W',
  completed: '✓',
  expired: '–',
  cancelled: '×',
  no_show: '!',
}

export function StateMark({ state, kind = 'wash' }: { state: BookingState; kind?: 'wash' | 'parking' }) {
  const t = useT()
  const isParked = kind === 'parking' && state === 'checked_in'
  return (
    <span className="state" data-state={state}>
      <span className="state__sign" aria-hidden="true">
        {isParked ? t('console.bookings.parkedSign') : signs[state]}
      </span>
      {isParked ? t('console.state.parked') : t(`console.state.${state}`)}
    </span>
  )
}
