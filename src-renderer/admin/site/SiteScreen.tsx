import type { AdminSite } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { SiteForm } from './SiteForm.tsx'

/** What the site is called, where it is, and by which rules it is booked. */
export function SiteScreen() {
  const t = useT()
  const { resource, refresh } = useResource<AdminSite>({
    key: 'admin-site',
    load: () => api.call('GET /api/v1/admin/site'),
    refreshOn: (news) => news.type === 'site_changed' && news.area === 'site',
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.site.title')}</h1>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {(site) => <SiteForm site={site} />}
      </ResourceView>
    </>
  )
}
