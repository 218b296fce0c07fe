import { useState } from 'react'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { Button } from '../../controls/Button.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { AddBaysDialog } from './AddBaysDialog.tsx'
import { BayDialog } from './BayDialog.tsx'
import { BayTable } from './BayTable.tsx'

/** Every bay and wash bay: what is let, and what once was. */
export function BaysScreen() {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const [chosen, setChosen] = useState<AdminBay | null>(null)
  const { resource, refresh } = useResource({
    key: 'admin-bays',
    load: () => api.call('GET /api/v1/admin/bays'),
    refreshOn: (news) => news.type === 'site_changed' && (news.area === 'bays' || news.area === 'layout'),
  })
  const done = () => void refresh()
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.bays.title')}</h1>
        <div className="screen__tools">
          <Button look="primary" onClick={() => setIsAdding(true)}>
            {t('admin.bays.add')}
          </Button>
        </div>
      </div>
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
      {chosen !== null && <BayDialog bay={chosen} onChanged={done} onClose={() => setChosen(null)} />}
    </>
  )
}
