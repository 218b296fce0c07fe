import { NewBooking } from '../bookings/NewBooking.tsx'
import { closeCounter, useCounterTask } from './counter-task.ts'

/** The dialog of the counter's task; it stands above whatever screen is shown. */
export function Counter() {
  const { task } = useCounterTask()
  switch (task.is) {
    case 'book-wash':
      return <NewBooking date={task.date} onClose={closeCounter} />
    default:
      return null
  }
}
