import type { Booking } from '../../src-shared/api/booking-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
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
  const blocked = useServerTimeSelector((state) => state.blockedBecause)
  const { form, change, faults, interval, offered, task, submit, element } = useNewParking(bay, onHeld)
  return (
    <Dialog
      title={t('shell.do.bookParking')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="new-parking"
            busy={task.is === 'busy'}
            aria-disabled={blocked !== null}
          >
            {t('counter.book.hold')}
          </Button>
        </>
      }
    >
      <form
        id="new-parking"
        className="form"
        noValidate
        ref={element}
        onSubmit={(event) => {
          event.preventDefault()
          if (blocked === null) void submit()
        }}
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
        {blocked !== null && <p className="note note--warning">{t(`time.blocked.${blocked}`)}</p>}
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
  )
}
