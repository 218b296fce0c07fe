import { useEffect, useState } from 'react'
import type { BackupItem, BackupPreview, Recovery } from '../../../src-shared/api/backup-schemas.ts'
import { useServerTimeSelector } from '../../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { Gate } from '../../sign-in/Gate.tsx'
import { askWhoIsHere, lookForRecovery } from '../../sign-in/session-store.ts'
import { RecoveryClaim } from './RecoveryClaim.tsx'
import { holdsWords, sizeWords, utcWords } from './backup-words.ts'
import './backups.css'

/** What stands where the data cannot be opened: why, and what an admin can go on with. */
export function RecoveryPage({ recovery }: { recovery: Recovery }) {
  const t = useT()
  const [preview, setPreview] = useState<BackupPreview | null>(null)
  const [chosen, setChosen] = useState<BackupItem | null>(null)
  const [isRestored, setIsRestored] = useState(false)
  useEffect(() => {
    document.title = t('console.title', { screen: t('recovery.title'), site: t('console.product') })
  }, [t])
  useComingBack(isRestored)
  if (isRestored) {
    return (
      <Gate>
        <h1>{t('recovery.title')}</h1>
        <p className="note note--ok" role="status">
          {t('recovery.starting')}
        </p>
        <div className="form__actions">
          <Button look="primary" onClick={() => void askWhoIsHere()}>
            {t('console.tryAgain')}
          </Button>
        </div>
      </Gate>
    )
  }
  return (
    <Gate wide>
      <h1>{t('recovery.title')}</h1>
      {recovery.damage !== null && <p className="note note--danger">{t(`recovery.${recovery.damage}`)}</p>}
      <p>{t('recovery.text')}</p>
      <details>
        <summary>{t('recovery.detail')}</summary>
        <p className="field__hint recovery__detail">{recovery.detail}</p>
      </details>
      {chosen === null ? (
        <Choice recovery={recovery} onChoose={setChosen} />
      ) : (
        <RecoveryClaim
          item={chosen}
          preview={preview}
          onPreview={setPreview}
          onRestored={() => setIsRestored(true)}
          onBack={() => {
            setChosen(null)
            setPreview(null)
          }}
        />
      )}
    </Gate>
  )
}

/** The whole server takes a moment to start, and is found when the time comes again. */
function useComingBack(isRestored: boolean) {
  const isConnected = useServerTimeSelector((state) => state.isConnected)
  useEffect(() => {
    if (isRestored && isConnected) void askWhoIsHere()
  }, [isRestored, isConnected])
}

function Choice({ recovery, onChoose }: { recovery: Recovery; onChoose: (item: BackupItem) => void }) {
  const t = useT()
  const { task, run } = useTask()
  const { backups, folder } = recovery
  return (
    <section className="admin-part" aria-labelledby="recovery-choose">
      <h2 id="recovery-choose">{t('recovery.choose')}</h2>
      {backups.length === 0 && (
        <EmptyState title={t('recovery.none.title')} hint={t('recovery.none.hint', { folder })} />
      )}
      <ul className="recovery__list">
        {backups.map((item) => (
          <li key={item.id}>
            <Button onClick={() => onChoose(item)}>
              <RecoveryItem item={item} />
            </Button>
          </li>
        ))}
      </ul>
      <div className="form__actions">
        <Button busy={task.is === 'busy'} onClick={() => void run(lookForRecovery)}>
          {t('recovery.again')}
        </Button>
      </div>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </section>
  )
}

function RecoveryItem({ item }: { item: BackupItem }) {
  const t = useT()
  const { id, kind, made_at: madeAt, contents, bytes, encrypted } = item
  const parts = [
    ...(madeAt === null ? [] : [utcWords(madeAt, t)]),
    t(`backups.kind.${kind}`),
    ...(kind === 'other' ? [id] : []),
    ...(encrypted ? [t('backups.encrypted')] : []),
    ...(contents === null ? [] : [holdsWords(contents, t)]),
    sizeWords(bytes, t.language),
  ]
  return <>{parts.join(' · ')}</>
}
