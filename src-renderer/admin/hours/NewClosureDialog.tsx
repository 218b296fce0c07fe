import { useState } from 'react'
import type { ClosureRequest } from '../../../src-shared/api/admin-schemas.ts'
import { isCalendarDate } from '../../../src-shared/format/instant.ts'
import { useServerTimeSelector } from '../../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { DateField } from '../../controls/DateField.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { offerUndo } from '../../undo/undo.tsx'
import { faultAt } from '../form/field-faults.ts'
import { Stranded } from '../form/Stranded.tsx'
import { ChoiceField, TextField } from '../form/TextField.tsx'

export function NewClosureDialog({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const t = useT()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? '')
  const { task, run } = useTask()
  const [form, setForm] = useState({ from: today, to: '', kind: 'all' as 'all' | 'wash' | 'parking', reason: '' })
  const [isTried, setIsTried] = useState(false)
  const request = requestOf(form)
  const isOrdered = isCalendarDate(request.from_date) && request.to_date >= request.from_date
  const isSaid = request.reason !== ''
  const submit = () => {
    setIsTried(true)
    if (!isOrdered || !isSaid) return
    void run(async () => {
      const { closure } = await api.call('POST /api/v1/admin/closures', { body: request })
      offerUndo(t('admin.closures.added'), () =>
        api.call('DELETE /api/v1/admin/closures/{id}', { params: { id: closure.id } }),
      )
      onAdded()
      onClose()
    })
  }
  return (
    <Dialog
      title={t('admin.closures.add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={submit}>
            {t('admin.closures.submit')}
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
          <DateField
            label={t('admin.closures.from')}
            value={form.from}
            onValue={(from) => setForm({ ...form, from })}
          />
          <DateField
            label={t('admin.closures.to')}
            hint={t('admin.closures.toHint')}
            value={form.to}
            fault={isTried && !isOrdered ? t('admin.closures.toFault') : faultAt(task, 'body.to_date')}
            onValue={(to) => setForm({ ...form, to })}
          />
        </div>
        <ChoiceField
          label={t('admin.closures.what')}
          value={form.kind}
          options={(['all', 'wash', 'parking'] as const).map((kind) => [kind, t(`admin.closures.kind.${kind}`)])}
          onValue={(kind) => setForm({ ...form, kind })}
        />
        <TextField
          label={t('admin.closures.reason')}
          hint={t('admin.closures.reasonHint')}
          maxLength={120}
          value={form.reason}
          fault={isTried && !isSaid ? t('admin.closures.reasonFault') : undefined}
          onValue={(reason) => setForm({ ...form, reason })}
        />
        <button type="submit" hidden />
      </form>
      {isOrdered && <MetBy request={request} />}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

function requestOf(form: {
  from: string
  to: string
  kind: 'all' | 'wash' | 'parking'
  reason: string
}): ClosureRequest {
  return {
    kind: form.kind === 'all' ? null : form.kind,
    from_date: form.from,
    to_date: form.to === '' ? form.from : form.to,
    reason: form.reason.trim(),
  }
}

/** Bookings on those days, while there is still time to think again. */
function MetBy({ request }: { request: ClosureRequest }) {
  const { kind, from_date, to_date } = request
  const { resource } = useResource({
    key: `met-by ${kind} ${from_date} ${to_date}`,
    load: () => api.call('POST /api/v1/admin/closures/check', { body: { kind, from_date, to_date, reason: 'closed' } }),
  })
  return 'value' in resource ? <Stranded bookings={resource.value.stranded} /> : null
}
