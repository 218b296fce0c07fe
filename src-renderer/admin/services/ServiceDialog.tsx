import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminService } from '../../../src-shared/api/admin-schemas.ts'
import { formatMoney } from '../../../src-shared/format/money.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { useSite } from '../../shell/site.tsx'
import { faultAt } from '../form/field-faults.ts'
import { TextField } from '../form/TextField.tsx'
import { readServiceForm, serviceForm, type ServiceMembers } from './service-form.ts'

interface ServiceDialogProps {
  /** A new one where none is named. */
  readonly service: AdminService | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

const fields = [
  ['name', undefined, 'body.name'],
  ['description', 'admin.services.descriptionHint', 'body.description'],
  ['minutes', undefined, 'body.duration_minutes'],
  ['cleanup', 'admin.services.cleanupHint', 'body.cleanup_minutes'],
  ['price', 'admin.services.priceHint', 'body.price_minor'],
] as const

export function ServiceDialog({ service, onDone, onClose }: ServiceDialogProps) {
  const t = useT()
  const { currency } = useSite()
  const { task, run } = useTask()
  const [form, setForm] = useState(() => serviceForm(service))
  const [faults, setFaults] = useState<readonly string[]>([])
  const [toConfirm, setToConfirm] = useState<ServiceMembers | null>(null)

  const ended = (name: string) => {
    toast.success(t('admin.changed', { name }))
    onDone()
    onClose()
  }
  const change = async (body: Partial<ServiceMembers> & { active?: boolean; pin?: string }) => {
    if (service === undefined) return
    const request = { params: { id: service.id }, body: { version: service.version, ...body } }
    ended((await api.call('PATCH /api/v1/admin/services/{id}', request)).name)
  }
  const save = () => {
    const read = readServiceForm(form, currency)
    setFaults('faults' in read ? read.faults : [])
    if ('faults' in read) return
    const { price_minor: price, ...rest } = read.members
    if (service?.price.amount_minor === price) void run(() => change(rest))
    else setToConfirm(read.members)
  }
  const confirm = async (members: ServiceMembers, pin: string) => {
    if (service !== undefined) return change({ ...members, pin })
    return ended((await api.call('POST /api/v1/admin/services', { body: { ...members, pin } })).name)
  }
  if (toConfirm !== null) {
    const price = formatMoney({ amount_minor: toConfirm.price_minor, currency }, t.language)
    return (
      <PinDialog
        title={t('admin.services.confirm', { name: toConfirm.name, price })}
        confirm={t('admin.save')}
        onConfirm={(pin) => confirm(toConfirm, pin)}
        onClose={() => setToConfirm(null)}
      >
        <p>{t('admin.services.confirmText')}</p>
      </PinDialog>
    )
  }
  return (
    <Dialog
      title={service === undefined ? t('admin.services.add') : service.name}
      onClose={onClose}
      actions={
        <>
          {service !== undefined && (
            <Button
              data-command="services.retire"
              look={service.active ? 'danger' : 'plain'}
              onClick={() => void run(() => change({ active: !service.active }))}
            >
              {t(service.active ? 'admin.retire' : 'admin.bringBack')}
            </Button>
          )}
          <Button look="primary" busy={task.is === 'busy'} onClick={save}>
            {t('admin.save')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {fields.map(([name, hint, path]) => (
          <TextField
            key={name}
            label={t(`admin.services.${name}`, { currency })}
            hint={hint === undefined ? undefined : t(hint)}
            maxLength={name === 'description' ? 200 : 60}
            inputMode={name === 'price' ? 'decimal' : name === 'minutes' || name === 'cleanup' ? 'numeric' : 'text'}
            value={form[name]}
            fault={faults.includes(name) ? t(`admin.services.fault.${name}`) : faultAt(task, path)}
            onValue={(value) => setForm({ ...form, [name]: value })}
          />
        ))}
        <button type="submit" hidden />
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
