import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { PlanEditor } from './PlanEditor.tsx'

/** The lot from above, drawn by hand. */
export function PlanScreen() {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'admin-plan',
    load: async () => {
      const [read, { bays }] = await Promise.all([
        api.call('GET /api/v1/lot/layout'),
        api.call('GET /api/v1/admin/bays'),
      ])
      return { read, bays: bays.filter(({ active }) => active) }
    },
    refreshOn: (news) => news.type === 'site_changed' && (news.area === 'layout' || news.area === 'bays'),
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.plan.title')}</h1>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ read, bays }) =>
          bays.length === 0 ? (
            <EmptyState title={t('admin.bays.empty')} hint={t('admin.plan.emptyHint')} />
          ) : (
            <PlanEditor read={read} bays={bays} />
          )
        }
      </ResourceView>
    </>
  )
}
