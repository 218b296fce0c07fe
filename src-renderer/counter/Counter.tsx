import { NewBooking } from '../bookings/NewBooking.tsx'
import { NewParking } from '../bookings/NewParking.tsx'
import { WaitDialog } from '../waitlist/WaitDialog.tsx'
import { closeCounter, useCounterTask } from './counter-task.ts'
import { Exit } from './Exit.tsx'
import { WalkIn } from './WalkIn.tsx'
import './counter.css'

/** The dialog of the counter's task; it stands above whatever screen is shown. */
export function Counter() {
  const { task } = useCounterTask()
  switch (task.is) {
    case 'nothing':
      return null
    case 'walk-in':
      return <WalkIn bay={task.bay} plate={task.plate ?? ''} onClose={closeCounter} />
    case 'exit':
      return <Exit key={task.stayId} stayId={task.stayId} text={task.text ?? ''} onClose={closeCounter} />
    case 'book-wash':
      return <NewBooking date={task.date} onClose={closeCounter} />
    case 'book-parking':
      return <NewParking bay={task.bay} onClose={closeCounter} />
    case 'wait':
      return <WaitDialog plate={task.plate ?? ''} bayClass={task.bayClass} onClose={closeCounter} />
    default:
      return task satisfies never
  }
}
