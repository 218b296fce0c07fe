import { useState } from 'react'
import type { Device, User } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { hrefOf } from '../shell/hash-route.ts'
import { useSite } from '../shell/site.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { PairDialog } from './PairDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { UnpairDialog } from './UnpairDialog.tsx'
import { useReload } from './use-reload.tsx'

type Open = { readonly is: 'nothing' | 'pair' } | { readonly is: 'unpair' | 'rename'; readonly device: Device }

/** The tablets on which customers book, and what each of them shows. */
export function Kiosks({ user }: { user: User }) {
  const t = useT()
  const site = useSite()
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const { resource, refresh } = useResource({
    key: 'devices',
    load: () => api.call('GET /api/v1/devices'),
    refreshOn: (news) =>
      news.type === 'kiosk_changed' ||
      news.type === 'kiosk_state' ||
      (news.type === 'site_changed' && news.area === 'devices'),
  })
  const close = () => setOpen({ is: 'nothing' })
  const reload = useReload(() => void refresh())
  const connected = 'value' in resource ? resource.value.devices.filter((device) => device.connected) : []
  return (
    <>
      <div className="screen__head">
        <h1>{t('console.kiosks.title')}</h1>
        <div className="screen__tools">
          {user.role !== 'attendant' && (
            <a className="button button--plain" href={hrefOf('start', 'step=tablet')}>
              {t('start.nav')}
            </a>
          )}
          {connected.length > 0 && (
            <Button data-command="kiosks.reloadAll" onClick={() => reload.all(connected)}>
              {t('console.kiosks.reloadAll')}
            </Button>
          )}
          <Button data-command="kiosks.pair" look="primary" onClick={() => setOpen({ is: 'pair' })}>
            {t('console.kiosks.pair')}
          </Button>
        </div>
      </div>
      {site.kiosk_access === 'open' && <p className="note note--info">{t('console.kiosks.open')}</p>}
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ devices }) =>
          devices.length === 0 ? (
            <EmptyState title={t('console.kiosks.empty')} hint={t('console.kiosks.emptyHint')} />
          ) : (
            <DeviceTable
              devices={devices}
              mayUnpair={user.role !== 'attendant'}
              onReload={reload.one}
              onRename={(device) => setOpen({ is: 'rename', device })}
              onUnpair={(device) => setOpen({ is: 'unpair', device })}
            />
          )
        }
      </ResourceView>
      {reload.dialog}
      {open.is === 'pair' && <PairDialog onClose={close} />}
      {open.is === 'rename' && <RenameDialog device={open.device} onRenamed={() => void refresh()} onClose={close} />}
      {open.is === 'unpair' && <UnpairDialog device={open.device} onUnpaired={() => void refresh()} onClose={close} />}
    </>
  )
}
