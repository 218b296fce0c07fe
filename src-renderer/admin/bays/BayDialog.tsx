import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { BayClass } from '../../../src-shared/api/fields.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { faultAt } from '../form/field-faults.ts'
import { ChoiceField, TextField } from '../form/TextField.tsx'

interface BayDialogProps {
  readonly bay: AdminBay
  readonly onChanged: () => void
  readonly onClose: () => void
}

interface Change {
  readonly label?: string
  readonly bay_class?: BayClass
  readonly position?: number
  readonly active?: boolean
}

/** Renames a bay, changes its class or its place in lists, retires it or brings it back. */
export function BayDialog({ bay, onChanged, onClose }: BayDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [label, setLabel] = useState(bay.label)
  const [bayClass, setBayClass] = useState(bay.bay_class)
  const [position, setPosition] = useState(String(bay.position))
  const send = (change: Change) =>
    void run(async () => {
      const body = { version: bay.version, ...change }
      const done = await api.call('PATCH /api/v1/admin/bays/{id}', { params: { id: bay.id }, body })
      toast.success(t('admin.changed', { name: done.label }))
      onChanged()
      onClose()
    })
  const save = () =>
    send({
      label,
      ...(bayClass === null || bayClass === bay.bay_class ? {} : { bay_class: bayClass }),
      ...(/^\d+$/.test(position) ? { position: Number(position) } : {}),
    })
  return (
    <Dialog
      title={t('admin.bays.one', { label: bay.label })}
      onClose={onClose}
      actions={
        <>
          <Button
            data-command="bays.retire"
            look={bay.active ? 'danger' : 'plain'}
            onClick={() => send({ active: !bay.active })}
          >
            {t(bay.active ? 'admin.retire' : 'admin.bringBack')}
          </Button>
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
        <TextField
          label={t('admin.bays.label')}
          maxLength={12}
          value={label}
          fault={faultAt(task, 'body.label')}
          onValue={setLabel}
        />
        {bayClass !== null && (
          <ChoiceField
            label={t('admin.bays.class')}
            value={bayClass}
            options={BayClass.options.map((name) => [name, t(`admin.class.${name}`)])}
            onValue={setBayClass}
          />
        )}
        <TextField
          label={t('admin.bays.position')}
          hint={t('admin.bays.positionHint')}
          inputMode="numeric"
          value={position}
          fault={faultAt(task, 'body.position')}
          onValue={setPosition}
        />
        <button type="submit" hidden />
      </form>
      <p className="field__hint">{t(bay.active ? 'admin.bays.retireHint' : 'admin.bays.backHint')}</p>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
