import type { ParkedStay } from '../../src-shared/api/stay-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Field } from '../controls/Field.tsx'
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
  const blocked = useServerTimeSelector((state) => state.blockedBecause)
  const walkIn = useWalkIn(bay, plate, onTicket)
  const { form, change, faults, free, task, submit, element } = walkIn
  return (
    <Dialog
      title={t('counter.walkIn.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="walk-in"
            busy={task.is === 'busy'}
            aria-disabled={blocked !== null}
          >
            {t('counter.walkIn.submit')}
          </Button>
        </>
      }
    >
      <form
        id="walk-in"
        className="form"
        noValidate
        ref={element}
        onSubmit={(event) => {
          event.preventDefault()
          if (blocked === null) void submit()
        }}
      >
        <PlateField
          plate={form.plate}
          isWrong={faults.includes('plate')}
          onPlate={(typed) => change({ plate: typed })}
        />
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
        {blocked !== null && <p className="note note--warning">{t(`time.blocked.${blocked}`)}</p>}
        {task.is === 'failed' && <WalkInRefused failure={task.failure} form={form} />}
      </form>
    </Dialog>
  )
}

function PlateField(props: { plate: string; isWrong: boolean; onPlate: (plate: string) => void }) {
  const t = useT()
  return (
    <Field label={t('console.new.plate')} fault={props.isWrong ? t('console.new.error.plate') : undefined}>
      {(tied) => (
        <input
          {...tied}
          className="input input--plate"
          name="plate"
          maxLength={24}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={props.plate}
          onChange={(event) => props.onPlate(event.target.value)}
        />
      )}
    </Field>
  )
}
