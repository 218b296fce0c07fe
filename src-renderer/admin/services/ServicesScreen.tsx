import { useState } from 'react'
import type { AdminService } from '../../../src-shared/api/admin-schemas.ts'
import { formatMoney } from '../../../src-shared/format/money.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { Button } from '../../controls/Button.tsx'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'

type Open = { readonly is: 'nothing' | 'new' } | { readonly is: 'one'; readonly service: AdminService }

/** What the wash offers, at what price. */
export function ServicesScreen() {
  const t = useT()
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const { resource, refresh } = useResource({
    key: 'admin-services',
    load: () => api.call('GET /api/v1/admin/services'),
    refreshOn: (news) => news.type === 'site_changed' && news.area === 'services',
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.services.title')}</h1>
        <div className="screen__tools">
          <Button data-command="services.add" look="primary" onClick={() => setOpen({ is: 'new' })}>
            {t('admin.services.add')}
          </Button>
        </div>
      </div>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ services }) =>
          services.length === 0 ? (
            <EmptyState title={t('admin.services.empty')} hint={t('admin.services.emptyHint')} />
          ) : (
            <ul className="admin-list">
              {services.map((service) => (
                <ServiceRow key={service.id} service={service} onChoose={() => setOpen({ is: 'one', service })} />
              ))}
            </ul>
          )
        }
      </ResourceView>
      {open.is !== 'nothing' && (
        <ServiceDialog
          service={open.is === 'one' ? open.service : undefined}
          onDone={() => void refresh()}
          onClose={() => setOpen({ is: 'nothing' })}
        />
      )}
    </>
  )
}

function ServiceRow({ service, onChoose }: { service: AdminService; onChoose: () => void }) {
  const t = useT()
  const { name, description, duration_minutes: minutes, cleanup_minutes: cleanup, price, active } = service
  return (
    <li className="admin-list__row" data-retired={!active}>
      <div className="admin-list__words">
        <strong>{name}</strong>
        {!active && <span className="admin-mark">{t('admin.retired')}</span>}
        <p>{description}</p>
      </div>
      <span className="tabular">{t('admin.services.lasts', { minutes, cleanup })}</span>
      <strong className="tabular">{formatMoney(price, t.language)}</strong>
      <Button data-command="services.change" aria-label={t('admin.changeOf', { name })} onClick={onChoose}>
        {t('admin.change')}
      </Button>
    </li>
  )
}
