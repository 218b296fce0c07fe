import { useEffect, useState } from 'react'
import type { BackupItem, BackupList, BackupRun } from '../../../src-shared/api/backup-schemas.ts'
import type { User } from '../../../src-shared/api/site-schemas.ts'
import { useServerTimeSelector } from '../../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { useSiteTime } from '../../controls/SiteTime.tsx'
import { BackupDialog } from './BackupDialog.tsx'
import { BackupSettingsForm } from './BackupSettingsForm.tsx'
import { BackupTable } from './BackupTable.tsx'
import { runWords } from './backup-words.ts'
import './backups.css'

/** Copies of all the data: what there are, and for admins what is done with them. */
export function BackupsScreen({ user }: { user: User }) {
  const t = useT()
  const [chosen, setChosen] = useState<BackupItem | null>(null)
  const { resource, refresh } = useBackups()
  const { task, run } = useTask()
  const isAdmin = user.role === 'admin'
  const isRunning = 'value' in resource && resource.value.run.state === 'running'
  const make = () =>
    run(async () => {
      await api.call('POST /api/v1/backups')
      await refresh()
    })
  return (
    <>
      <div className="screen__head">
        <h1>{t('backups.title')}</h1>
        {isAdmin && (
          <div className="screen__tools">
            <Button
              data-command="backups.make"
              look="primary"
              busy={task.is === 'busy' || isRunning}
              onClick={() => void make()}
            >
              {t('backups.make')}
            </Button>
          </div>
        )}
      </div>
      <p>{t('backups.text')}</p>
      {!isAdmin && <p className="field__hint">{t('backups.ownersHint')}</p>}
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <ResourceView resource={resource} onRetry={() => void refresh()} asOf={(list) => list.server_time}>
        {(list) => <Backups list={list} isAdmin={isAdmin} onChoose={setChosen} onChanged={() => void refresh()} />}
      </ResourceView>
      {chosen !== null && (
        <BackupDialog
          item={chosen}
          isPassphraseKept={'value' in resource && resource.value.passphrase.kept}
          onChanged={() => void refresh()}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

/** The list; while something is being done it is asked for each second. */
function useBackups() {
  const result = useResource({
    key: 'backups',
    load: () => api.call('GET /api/v1/backups'),
    refreshOn: ({ type }) => type === 'backup_failed',
  })
  const { resource, refresh } = result
  const isRunning = 'value' in resource && resource.value.run.state === 'running'
  const second = useServerTimeSelector((state) => (isRunning ? (state.timeData?.second ?? null) : null))
  useEffect(() => {
    if (second !== null) void refresh()
  }, [second, refresh])
  return result
}

interface BackupsProps {
  readonly list: BackupList
  readonly isAdmin: boolean
  readonly onChoose: (item: BackupItem) => void
  readonly onChanged: () => void
}

function Backups({ list, isAdmin, onChoose, onChanged }: BackupsProps) {
  const t = useT()
  return (
    <>
      <RunNote run={list.run} />
      {list.backups.length === 0 ? (
        <EmptyState title={t('backups.none.title')} hint={t('backups.none.hint')} />
      ) : (
        <BackupTable backups={list.backups} onChoose={isAdmin ? onChoose : undefined} />
      )}
      <p className="field__hint">{t('backups.where', { folder: list.folder })}</p>
      {isAdmin && <BackupSettingsForm key={JSON.stringify(list.settings)} list={list} onSaved={onChanged} />}
    </>
  )
}

/** What is being done, and what went wrong the last time. */
function RunNote({ run }: { run: BackupRun }) {
  const t = useT()
  const siteTime = useSiteTime()
  return (
    <div role="status">
      {run.state === 'running' && (
        <div className="note backup-run">
          <p>{runWords(run, t)}</p>
          <progress
            aria-label={t('backups.progress')}
            {...(run.total === 0 ? {} : { value: run.done, max: run.total })}
          />
        </div>
      )}
      {run.state === 'idle' && run.failed !== null && (
        <p className="note note--danger">
          {t(`backups.failed.${run.failed.what}`, { at: siteTime(run.failed.at), why: run.failed.why })}
        </p>
      )}
    </div>
  )
}
