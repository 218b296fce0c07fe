import { useState } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { LotList, LotListRead } from '../../src-shared/lot/lot-list.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { lotChanges, type LotChange } from './lot-changes.ts'
import { LotFileField } from './LotFileField.tsx'

interface ImportLotDialogProps {
  /** The lot as it is, and as it was when the dialog was opened. */
  readonly now: LotListRead
  readonly onImported: () => void
  readonly onClose: () => void
}

/** Makes the lot what a file says, after showing what that changes. */
export function ImportLotDialog({ now, onImported, onClose }: ImportLotDialogProps) {
  const t = useT()
  const { task, run, clear } = useTask()
  const [lot, setLot] = useState<LotList>()
  const [isTried, setIsTried] = useState(false)
  const submit = () => {
    setIsTried(true)
    if (lot === undefined) return
    void run(async () => {
      await api.call('PUT /api/v1/admin/lot', { body: { version: now.version, lot } })
      toast.success(t('lotFile.imported', { count: lot.bays.length }))
      onImported()
      onClose()
    })
  }
  return (
    <Dialog
      title={t('lotFile.import')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" aria-disabled={lot === undefined} busy={task.is === 'busy'} onClick={submit}>
            {t('lotFile.submit', { count: lot?.bays.length ?? 0 })}
          </Button>
        </>
      }
    >
      <LotFileField
        fault={isTried && lot === undefined ? t('lotFile.chooseFirst') : undefined}
        onLot={(next) => {
          clear()
          setLot(next)
        }}
      />
      {lot !== undefined && <ChangeNote change={lotChanges(now.lot, lot)} draws={lot.plan !== null} />}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </Dialog>
  )
}

/** Retiring hurts, so those bays are named. */
function ChangeNote({ change, draws }: { change: LotChange; draws: boolean }) {
  const t = useT()
  const { added, changed, retired } = change
  return (
    <div className={retired.length > 0 ? 'note note--warning' : 'note note--info'} role="status">
      <ul className="lot-file__changes">
        <li>{t('lotFile.change', { added: added.length, changed: changed.length })}</li>
        {retired.length > 0 && (
          <li>{t('lotFile.retires', { count: retired.length, labels: retired.slice(0, 20).join(', ') })}</li>
        )}
        <li>{t(draws ? 'lotFile.drawsPlan' : 'lotFile.keepsPlan')}</li>
      </ul>
    </div>
  )
}
