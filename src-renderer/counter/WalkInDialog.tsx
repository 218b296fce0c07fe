import type { ParkedStay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { PlateInput } from '../controls/PlateInput.tsx'
import { TimedFormDialog } from '../controls/TimedFormDialog.tsx'
import type { ChosenBay } from './counter-task.ts'
import { ClassChoice } from './ClassChoice.tsx'
import { KnownCarNote } from './KnownCarNote.tsx'
import { useWalkIn } from './use-walk-in.ts'
import { WalkInRefused } from './WalkInRefused.tsx'

interface WalkInDialogProps {
  readonly bay: ChosenBay | undefined
  readonly plate: string
  readonly onTicket: (stay: ParkedStay) => void
  readonly onClose: () => void
}

/** Plate and Enter is a ticket for a car; the class is one key after Tab, and the bay is any unless one is named. */
export function WalkInDialog({ bay, plate, onTicket, onClose }: WalkInDialogProps) {
  const t = useT()
  const walkIn = useWalkIn(bay, plate, onTicket)
  const { form, change, faults, free, task, submit, element } = walkIn
  return (
    <TimedFormDialog
      title={t('counter.walkIn.title')}
      submit={t('counter.walkIn.submit')}
      task={task}
      form={element}
      onSubmit={submit}
      onClose={onClose}
      {...(task.is === 'failed' && { refused: <WalkInRefused failure={task.failure} form={form} /> })}
    >
      <PlateField plate={form.plate} isWrong={faults.includes('plate')} onPlate={(typed) => change({ plate: typed })} />
      <KnownCarNote plate={form.plate} onClose={onClose} />
      <ClassChoice
        offered={walkIn.offered}
        free={free}
        chosen={form.bayClass}
        onChoose={(bayClass) => change({ bayClass })}
      />
      <Field
        label={t('counter.walkIn.bay')}
        hint={t('counter.walkIn.bayHint')}
        fault={faults.includes('bay') ? t('counter.walkIn.bayFault') : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            className="input walk-in__bay"
            name="bay"
            list="walk-in-bays"
            autoComplete="off"
            maxLength={24}
            value={form.bay}
            onChange={(event) => change({ bay: event.target.value })}
          />
        )}
      </Field>
      <datalist id="walk-in-bays">
        {free
          .filter((one) => one.bay_class === form.bayClass)
          .map(({ id, label }) => (
            <option key={id} value={label} />
          ))}
      </datalist>
    </TimedFormDialog>
  )
}

function PlateField(props: { plate: string; isWrong: boolean; onPlate: (plate: string) => void }) {
  const t = useT()
  return (
    <Field label={t('console.new.plate')} fault={props.isWrong ? t('console.new.error.plate') : undefined}>
      {(tied) => <PlateInput {...tied} value={props.plate} onValue={props.onPlate} />}
    </Field>
  )
}
