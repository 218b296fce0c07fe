import type { AdminHours } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { Closures } from './Closures.tsx'
import { WeekForm } from './WeekForm.tsx'

/** When the site is open, and the days when it is not. */
export function HoursScreen() {
  const t = useT()
  const { resource, refresh } = useResource<AdminHours>({
    key: 'admin-hours',
    load: () => api.call('GET /api/v1/admin/opening-hours'),
    refreshOn: (news) => news.type === 'site_changed' && news.area === 'hours',
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.hours.title')}</h1>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {(hours) => <WeekForm read={hours} />}
      </ResourceView>
      <Closures />
    </>
  )
}
