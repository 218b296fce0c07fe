import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { TimedFormDialog } from '../controls/TimedFormDialog.tsx'
import { ClassChoice } from '../counter/ClassChoice.tsx'
import type { ChosenBay } from '../counter/counter-task.ts'
import { LocalTimeFields } from '../counter/LocalTimeFields.tsx'
import { BayPicker } from './BayPicker.tsx'
import { PlateAndPhone } from './PlateAndPhone.tsx'
import { useNewParking } from './use-new-parking.ts'

interface NewParkingDialogProps {
  readonly bay: ChosenBay | undefined
  readonly onHeld: (booking: Booking) => void
  readonly onClose: () => void
}

export function NewParkingDialog({ bay, onHeld, onClose }: NewParkingDialogProps) {
  const t = useT()
  const { form, change, faults, interval, offered, task, submit, element } = useNewParking(bay, onHeld)
  return (
    <TimedFormDialog
      title={t('shell.do.bookParking')}
      submit={t('counter.book.hold')}
      size="wide"
      task={task}
      form={element}
      onSubmit={submit}
      onClose={onClose}
    >
      <PlateAndPhone form={form} faults={faults} change={change} />
      <ClassChoice
        offered={offered}
        chosen={form.bayClass}
        onChoose={(bayClass) => change({ bayClass, bayId: null })}
      />
      <div className="form__row">
        <LocalTimeFields name={t('counter.book.from')} value={form.from} onValue={(from) => change({ from })} />
        <LocalTimeFields name={t('counter.book.to')} value={form.to} onValue={(to) => change({ to })} />
      </div>
      {(interval === undefined || faults.includes('interval')) && (
        <p className="field__fault">{t('counter.book.intervalFault')}</p>
      )}
      {interval !== undefined && (
        <BayPicker
          interval={interval}
          bayClass={form.bayClass}
          bayId={form.bayId}
          onBay={(bayId) => change({ bayId })}
        />
      )}
    </TimedFormDialog>
  )
}
