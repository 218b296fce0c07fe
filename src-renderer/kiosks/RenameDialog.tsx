import { useState } from 'react'
import type { Device } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { Field } from '../controls/Field.tsx'
import { offerUndo } from '../undo/undo.tsx'

interface RenameDialogProps {
  readonly device: Device
  readonly onRenamed: () => void
  readonly onClose: () => void
}

export function RenameDialog({ device, onRenamed, onClose }: RenameDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [name, setName] = useState(device.name)
  const [isTried, setIsTried] = useState(false)
  const isRight = name.trim() !== ''
  const rename = (to: string) =>
    api.call('PATCH /api/v1/devices/{id}', { params: { id: device.id }, body: { name: to } })
  const submit = () => {
    setIsTried(true)
    if (!isRight) return
    void run(async () => {
      await rename(name.trim())
      offerUndo(t('admin.kiosk.renamed', { name: name.trim() }), () => rename(device.name))
      onRenamed()
      onClose()
    })
  }
  return (
    <Dialog
      title={t('admin.kiosk.renameOf', { name: device.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={task.is === 'busy'} onClick={submit}>
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
          submit()
        }}
      >
        <Field label={t('admin.kiosk.name')} fault={isTried && !isRight ? t('admin.kiosk.nameFault') : undefined}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              maxLength={40}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}
