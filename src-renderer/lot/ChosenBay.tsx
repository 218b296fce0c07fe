import { useState } from 'react'
import type { LotBay } from '../../src-shared/api/stay-schemas.ts'
import { filterToQuery, noFilter } from '../bookings/filters.ts'
import { useTask } from '../connection/use-task.ts'
import { openCounter } from '../counter/counter-task.ts'
import { goTo } from '../shell/hash-route.ts'
import type { BayAction } from './bay-actions.ts'
import { BlockDialog, CorrectEntryDialog, VoidDialog } from './BayDialogs.tsx'
import { BaySheet } from './BaySheet.tsx'
import { movingFrom, type Moving } from './moving.ts'
import type { BayWork } from './use-bay-work.ts'

interface ChosenBayProps {
  readonly bay: LotBay
  readonly work: BayWork
  readonly onMove: (moving: Moving | undefined) => void
  readonly onClose: () => void
}

/** The sheet of the chosen bay, with what its actions open. */
export function ChosenBay({ bay, work, onMove, onClose }: ChosenBayProps) {
  const { task, run } = useTask()
  const [asked, setAsked] = useState<BayAction>()
  const act = (action: BayAction) => {
    switch (action) {
      case 'walk-in':
        return openCounter({ is: 'walk-in', ...chosen(bay) })
      case 'book':
        return openCounter({ is: 'book-parking', ...chosen(bay) })
      case 'exit':
        return bay.stay_id === null ? undefined : openCounter({ is: 'exit', stayId: bay.stay_id })
      case 'move':
        return onMove(movingFrom(bay, 'stay'))
      case 'move-booking':
        return onMove(movingFrom(bay, 'booking'))
      case 'open-booking':
        return goTo('bookings', filterToQuery({ ...noFilter, text: bay.next?.reference ?? bay.plate ?? '' }))
      case 'check-in':
        return void run(() => work.checkIn(bay))
      case 'unblock':
        return void run(() => work.unblock(bay))
      case 'block':
      case 'correct-entry':
      case 'void':
        return setAsked(action)
      default:
        return action satisfies never
    }
  }
  const close = () => setAsked(undefined)
  return (
    <>
      <BaySheet bay={bay} task={task} onAction={act} onClose={onClose} />
      {asked === 'block' && <BlockDialog bay={bay} work={work} onClose={close} />}
      {asked === 'correct-entry' && bay.stay_id !== null && (
        <CorrectEntryDialog bay={bay} stayId={bay.stay_id} work={work} onClose={close} />
      )}
      {asked === 'void' && bay.stay_id !== null && (
        <VoidDialog bay={bay} stayId={bay.stay_id} work={work} onClose={close} />
      )}
    </>
  )
}

function chosen({ id, label, bay_class: bayClass }: LotBay) {
  return bayClass === null ? {} : { bay: { id, label, bay_class: bayClass } }
}
