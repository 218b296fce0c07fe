import { useState } from 'react'
import type { BackupPreview } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { PinDialog } from '../../controls/PinDialog.tsx'
import { leaveWipedSite } from '../../sign-in/session-store.ts'
import { TextField } from '../form/TextField.tsx'
import { bookingsSince } from './backup-words.ts'

interface RestoreDialogProps {
  readonly preview: BackupPreview
  readonly passphrase: string | undefined
  /** Which backup, in words. */
  readonly title: string
  readonly onClose: () => void
}

/** Puts the backup in the place of all the data, once somebody has typed the word for it and the PIN. */
export function RestoreDialog({ preview, passphrase, title, onClose }: RestoreDialogProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const word = t('backups.restore.word')
  const { contents, current } = preview
  const restore = async (pin: string) => {
    const body = { pin, ...(passphrase === undefined ? {} : { passphrase }) }
    await api.call('POST /api/v1/backups/{id}/restore', { params: { id: preview.item.id }, body })
    location.hash = ''
    await leaveWipedSite()
  }
  return (
    <PinDialog
      title={t('backups.restore.ask')}
      confirm={t('backups.restore.confirm')}
      look="danger"
      fault={typed.trim().toUpperCase() === word ? undefined : t('backups.restore.wordFault', { word })}
      onConfirm={restore}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
        {contents !== null && current !== null && (
          <> {t('backups.sheet.lost', { bookings: bookingsSince(contents, current) })}</>
        )}
      </p>
      <p>{t('backups.restore.text')}</p>
      <p>{t('backups.restore.aside')}</p>
      <p>{t('backups.restore.ends')}</p>
      <TextField label={t('backups.restore.wordLabel', { word })} value={typed} onValue={setTyped} maxLength={20} />
    </PinDialog>
  )
}
