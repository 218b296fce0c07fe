import { useEffect, useState } from 'react'
import type { BackupItem, BackupPreview } from '../../../src-shared/api/backup-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { useSiteTime } from '../../controls/SiteTime.tsx'
import { Waiting } from '../../controls/Waiting.tsx'
import { ContentsTable } from './ContentsTable.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { ageWords, bookingsSince } from './backup-words.ts'

interface BackupDialogProps {
  readonly item: BackupItem
  /** Whether this computer may open an encrypted one by itself. */
  readonly isPassphraseKept: boolean
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Looks into a backup; from here it is restored, copied and looked through again. */
export function BackupDialog({ item, isPassphraseKept, onChanged, onClose }: BackupDialogProps) {
  const t = useT()
  const siteTime = useSiteTime()
  const [preview, setPreview] = useState<BackupPreview | null>(null)
  const [passphrase, setPassphrase] = useState<string | undefined>()
  const [above, setAbove] = useState<'nothing' | 'restore' | 'export'>('nothing')
  const [isAsking, setIsAsking] = useState(item.encrypted && !isPassphraseKept)
  /** The passphrase that this computer keeps; nobody has typed one yet. */
  const [hasTriedKept, setHasTriedKept] = useState(false)
  const { task, run } = useTask()
  const isKeptWrong = hasTriedKept && task.is === 'failed' && task.failure.code === 'wrong_passphrase'
  const look = (given: string | undefined) =>
    run(async () => {
      const body = given === undefined ? {} : { passphrase: given }
      setPreview(await api.call('POST /api/v1/backups/{id}/preview', { params: { id: item.id }, body }))
      setPassphrase(given)
    })
  useEffect(() => {
    if (isAsking) return
    void look(undefined).then(() => {
      setIsAsking(item.encrypted)
      setHasTriedKept(item.encrypted)
    })
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it opens
  }, [])
  const verify = () =>
    run(async () => {
      await api.call('POST /api/v1/backups/{id}/verify', { params: { id: item.id } })
      onChanged()
    })
  const title =
    item.made_at === null
      ? t('backups.sheetUnknown', { id: item.id })
      : t('backups.sheet', { at: siteTime(item.made_at) })
  if (above === 'restore' && preview !== null) {
    return <RestoreDialog preview={preview} passphrase={passphrase} title={title} onClose={() => setAbove('nothing')} />
  }
  if (above === 'export') return <ExportDialog id={item.id} onDone={onChanged} onClose={() => setAbove('nothing')} />
  return (
    <Dialog
      title={title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {!item.encrypted && (
            <>
              <Button data-command="backups.verify" busy={task.is === 'busy'} onClick={() => void verify()}>
                {t('backups.verify')}
              </Button>
              <Button data-command="backups.export" onClick={() => setAbove('export')}>
                {t('backups.export')}
              </Button>
            </>
          )}
          {preview?.verdict === 'whole' && (
            <Button data-command="backups.restore" look="danger" onClick={() => setAbove('restore')}>
              {t('backups.restore')}
            </Button>
          )}
        </>
      }
    >
      {preview === null && isAsking && (
        <PassphraseForm
          busy={task.is === 'busy'}
          isKeptWrong={isKeptWrong}
          onOpen={(given) => {
            setHasTriedKept(false)
            void look(given)
          }}
        />
      )}
      {preview === null && !isAsking && task.is === 'busy' && <Waiting />}
      {preview !== null && <PreviewOf preview={preview} />}
      {task.is === 'failed' && !isKeptWrong && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

function PreviewOf({ preview }: { preview: BackupPreview }) {
  const t = useT()
  const siteTime = useSiteTime()
  const { verdict, why, contents, current } = preview
  const age = ageWords(preview.item.made_at, preview.server_time, t)
  return (
    <>
      <p className={verdict === 'whole' ? 'note note--ok' : 'note note--danger'}>{t(`backups.verdict.${verdict}`)}</p>
      {why !== null && <p className="field__hint">{why}</p>}
      {contents !== null && (
        <>
          <p>
            {age !== undefined && `${age} `}
            {current !== null && t('backups.sheet.lost', { bookings: bookingsSince(contents, current) })}
          </p>
          <ContentsTable contents={contents} current={current} timeOf={siteTime} />
        </>
      )}
    </>
  )
}
