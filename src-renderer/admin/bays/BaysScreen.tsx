import { useState } from 'react'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { writeLotCsv } from '../../../src-shared/lot/lot-csv.ts'
import type { LotListRead } from '../../../src-shared/lot/lot-list.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { useTask } from '../../connection/use-task.ts'
import { Button } from '../../controls/Button.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { FailureNote } from '../../controls/FailureNote.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { ImportLotDialog } from '../../lot-file/ImportLotDialog.tsx'
import { saveLotFile } from '../../lot-file/LotFileField.tsx'
import { AddBaysDialog } from './AddBaysDialog.tsx'
import { BayDialog } from './BayDialog.tsx'
import { BayTable } from './BayTable.tsx'

/** Every bay and wash bay: what is let, and what once was. */
export function BaysScreen() {
  const t = useT()
  const { task, run } = useTask()
  const [isAdding, setIsAdding] = useState(false)
  const [importing, setImporting] = useState<LotListRead | null>(null)
  const [chosen, setChosen] = useState<AdminBay | null>(null)
  const { resource, refresh } = useResource({
    key: 'admin-bays',
    load: () => api.call('GET /api/v1/admin/bays'),
    refreshOn: (news) => news.type === 'site_changed' && (news.area === 'bays' || news.area === 'layout'),
  })
  const done = () => void refresh()
  const withLot = (use: (lot: LotListRead) => void) => run(async () => use(await api.call('GET /api/v1/admin/lot')))
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.bays.title')}</h1>
        <div className="screen__tools">
          <Button
            data-command="bays.export"
            onClick={() => void withLot(({ lot }) => saveLotFile(writeLotCsv(lot), 'kerbside-lot.csv'))}
            busy={task.is === 'busy'}
          >
            {t('lotFile.export')}
          </Button>
          <Button data-command="bays.import" onClick={() => void withLot(setImporting)} busy={task.is === 'busy'}>
            {t('lotFile.import')}
          </Button>
          <Button data-command="bays.add" look="primary" onClick={() => setIsAdding(true)}>
            {t('admin.bays.add')}
          </Button>
        </div>
      </div>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <ResourceView resource={resource} onRetry={done}>
        {({ bays }) =>
          bays.length === 0 ? (
            <EmptyState title={t('admin.bays.empty')} hint={t('admin.bays.emptyHint')} />
          ) : (
            <BayTable bays={bays} onChoose={setChosen} />
          )
        }
      </ResourceView>
      {isAdding && <AddBaysDialog onAdded={done} onClose={() => setIsAdding(false)} />}
      {importing !== null && <ImportLotDialog now={importing} onImported={done} onClose={() => setImporting(null)} />}
      {chosen !== null && <BayDialog bay={chosen} onChanged={done} onClose={() => setChosen(null)} />}
    </>
  )
}
