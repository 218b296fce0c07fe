import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { LotBayClass } from '../../../src-shared/lot/bay-state.ts'
import { labelRun } from '../../../src-shared/lot/label-run.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { faultAt } from '../form/field-faults.ts'
import { ChoiceField, TextField } from '../form/TextField.tsx'
import { classes } from './bay-classes.ts'

/** One bay, or a run of them: A01 to A20. */
export function AddBaysDialog({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const t = useT()
  const { task, run } = useTask()
  const [form, setForm] = useState({ from: '', to: '', bayClass: 'car' as LotBayClass })
  const [isTried, setIsTried] = useState(false)
  const labels = labelRun(form.from, form.to)
  const submit = () => {
    setIsTried(true)
    if (labels === undefined) return
    void run(async () => {
      const { bayClass } = form
      const what = bayClass === 'wash' ? { kind: 'wash_bay' as const } : { kind: 'bay' as const, bay_class: bayClass }
      await api.call('POST /api/v1/admin/bays', { body: { ...what, labels: [...labels] } })
      toast.success(t('admin.bays.added', { count: labels.length }))
      onAdded()
      onClose()
    })
  }
  return (
    <Dialog
      title={t('admin.bays.add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={submit}>
            {t('admin.bays.submit', { count: labels?.length ?? 0 })}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="form__row">
          <TextField
            label={t('admin.bays.from')}
            maxLength={12}
            value={form.from}
            fault={isTried && labels === undefined ? t('admin.bays.runFault') : faultAt(task, 'body.labels')}
            onValue={(from) => setForm({ ...form, from })}
          />
          <TextField
            label={t('admin.bays.to')}
            hint={t('admin.bays.toHint')}
            maxLength={12}
            value={form.to}
            onValue={(to) => setForm({ ...form, to })}
          />
        </div>
        <ChoiceField
          label={t('admin.bays.class')}
          value={form.bayClass}
          options={classes.map((name) => [name, t(`admin.class.${name}`)])}
          onValue={(bayClass) => setForm({ ...form, bayClass })}
        />
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
