import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx'
import { Field } from '../controls/Field.tsx'

interface RevokeDialogProps {
  readonly permit: Permit
  readonly onRevoked: () => void
  readonly onClose: () => void
}

const SHORTEST_REASON = 3

export function RevokeDialog({ permit, onRevoked, onClose }: RevokeDialogProps) {
  const t = useT()
  const { task, run } = useTask()
  const [reason, setReason] = useState('')
  const [isTried, setIsTried] = useState(false)
  const isFaulty = reason.trim().length < SHORTEST_REASON
  const { id, plate, holder } = permit
  const submit = () => {
    setIsTried(true)
    if (isFaulty) return
    void run(async () => {
      await api.call('POST /api/v1/permits/{id}/revoke', { params: { id }, body: { reason: reason.trim() } })
      toast.success(t('permits.revoked', { plate }))
      onRevoked()
    })
  }
  return (
    <ConfirmDialog
      title={t('permits.ask.title', { plate })}
      confirm={t('permits.revoke')}
      task={task}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('permits.ask.text', { holder })}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={t('permits.ask.reason')}
          hint={t('permits.ask.reasonHint')}
          fault={isTried && isFaulty ? t('permits.ask.reasonFault') : undefined}
        >
          {(tied) => (
            <input
              {...tied}
              className="input"
              maxLength={200}
              autoComplete="off"
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      </form>
    </ConfirmDialog>
  )
}
