import { useState } from 'react'
import type { ClockReport } from '../../src-shared/api/clock-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ChoosePinDialog } from './ChoosePinDialog.tsx'
import { VouchEffect } from './VouchEffect.tsx'
import { VouchFields } from './VouchFields.tsx'
import { vouchFaults, type VouchForm } from './vouching.ts'

interface VouchDialogProps {
  readonly report: ClockReport
  readonly onVouched: () => void
  readonly onClose: () => void
}

/** Shows what vouching for the OS clock would do, and asks for PIN and reason; who has no PIN chooses one on the way. */
export function VouchDialog({ report, onVouched, onClose }: VouchDialogProps) {
  const t = useT()
  const { task, run, clear } = useTask()
  const [form, setForm] = useState<VouchForm>({ pin: '', reason: '' })
  const [isTried, setIsTried] = useState(false)
  const faults = vouchFaults(form)

  const submit = async () => {
    setIsTried(true)
    if (faults.length > 0) return
    await run(async () => {
      await api.call('POST /api/v1/clock/accept', { body: { pin: form.pin, reason: form.reason.trim() } })
      onVouched()
      onClose()
    })
  }

  if (task.is === 'failed' && task.failure.code === 'pin_not_set') {
    return <ChoosePinDialog onChosen={(pin) => (clear(), setForm({ ...form, pin }))} onClose={onClose} />
  }
  return (
    <Dialog
      title={t('clock.vouch.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={() => void submit()}>
            {t('clock.vouch.submit')}
          </Button>
        </>
      }
    >
      <VouchEffect report={report} />
      <VouchFields form={form} faults={isTried ? faults : []} onForm={setForm} onSubmit={() => void submit()} />
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
