import { useState } from 'react'
import * as v from 'valibot'
import { Phone, Plate, type BayClass } from '../../src-shared/api/fields.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { PlateAndPhone } from '../bookings/PlateAndPhone.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ClassChoice } from '../counter/ClassChoice.tsx'
import { useOfferedClasses } from '../counter/use-walk-in.ts'
import { offerUndo } from '../undo/undo.tsx'

interface WaitDialogProps {
  readonly plate: string
  readonly bayClass: BayClass | undefined
  readonly onClose: () => void
}

/** A car that finds no bay waits its turn. */
export function WaitDialog({ plate, bayClass: asked, onClose }: WaitDialogProps) {
  const t = useT()
  const offered = useOfferedClasses()
  const { task, run } = useTask()
  const [form, setForm] = useState({ plate, phone: '' })
  const [bayClass, setBayClass] = useState<BayClass>(asked ?? offered[0] ?? 'car')
  const [isTried, setIsTried] = useState(false)
  const phone = form.phone.trim()
  const faults = [
    ...(v.is(Plate, form.plate.trim()) ? [] : ['plate']),
    ...(phone === '' || v.is(Phone, phone) ? [] : ['phone']),
  ]
  const submit = async () => {
    setIsTried(true)
    if (faults.length > 0) return
    await run(async () => {
      const body = { plate: form.plate.trim(), bay_class: bayClass, ...(phone === '' ? {} : { phone }) }
      const waiting = await api.call('POST /api/v1/waitlist', { body })
      offerUndo(t('waitlist.added', { plate: waiting.plate }), () =>
        api.call('DELETE /api/v1/waitlist/{id}', { params: { id: waiting.id } }),
      )
      onClose()
    })
  }
  return (
    <Dialog
      title={t('shell.do.wait')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="wait" busy={task.is === 'busy'}>
            {t('waitlist.add')}
          </Button>
        </>
      }
    >
      <form
        id="wait"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PlateAndPhone
          form={form}
          faults={isTried ? faults : []}
          change={(part) => setForm((before) => ({ ...before, ...part }))}
        />
        <ClassChoice offered={offered} chosen={bayClass} onChoose={setBayClass} />
        {task.is === 'failed' && <FailureNote failure={task.failure} />}
      </form>
    </Dialog>
  )
}
