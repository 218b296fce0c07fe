import { useState } from 'react'
import { SHORTEST_PASSPHRASE } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Field } from '../../controls/Field.tsx'
import { PasswordInput } from '../../controls/PasswordInput.tsx'
import { PinDialog } from '../../controls/PinDialog.tsx'

interface ExportDialogProps {
  readonly id: string
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Writes an encrypted copy; the passphrase is asked for twice, because nobody can find it out afterwards. */
export function ExportDialog({ id, onDone, onClose }: ExportDialogProps) {
  const t = useT()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const fault =
    passphrase.length < SHORTEST_PASSPHRASE
      ? t('backups.export.short')
      : passphrase === again
        ? undefined
        : t('backups.export.differs')
  const write = async (pin: string) => {
    const made = await api.call('POST /api/v1/backups/{id}/export', { params: { id }, body: { passphrase, pin } })
    setFile(made.file)
    onDone()
  }
  if (file !== null) {
    return (
      <Dialog
        title={t('backups.export.ask')}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('console.done')}
          </Button>
        }
      >
        <p className="note note--ok" role="status">
          {t('backups.export.done', { file })}
        </p>
      </Dialog>
    )
  }
  return (
    <PinDialog
      title={t('backups.export.ask')}
      confirm={t('backups.export.confirm')}
      fault={fault}
      onConfirm={write}
      onClose={onClose}
    >
      <p>{t('backups.export.text')}</p>
      <Field label={t('backups.export.passphrase')}>
        {(tied) => <PasswordInput {...tied} autoComplete="new-password" value={passphrase} onValue={setPassphrase} />}
      </Field>
      <Field label={t('backups.export.again')}>
        {(tied) => <PasswordInput {...tied} autoComplete="new-password" value={again} onValue={setAgain} />}
      </Field>
    </PinDialog>
  )
}
