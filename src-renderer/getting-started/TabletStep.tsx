import { useState } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { CodeButton, PairingCode, type Pairing } from '../kiosks/PairingCode.tsx'
import { useNetwork } from './use-network.ts'
import '../kiosks/kiosks.css'

/** Pairs the first tablet, and says when it is there. */
export function TabletStep() {
  const { task, run } = useTask()
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const make = () => run(async () => setPairing(await api.call('POST /api/v1/devices/pairing-codes', { body: {} })))
  return (
    <>
      {pairing !== null && <PairingCode pairing={pairing} />}
      <div>
        <CodeButton pairing={pairing} busy={task.is === 'busy'} onClick={() => void make()} />
      </div>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
      <OtherWays />
      <TabletsHere />
    </>
  )
}

/** The page's addresses, by name where there is one, and whether anybody has opened it. */
function OtherWays() {
  const t = useT()
  const { resource } = useNetwork()
  if (!('value' in resource)) return null
  const { name_page: namePage, last_visit: visit } = resource.value
  return (
    <div role="status">
      <ul className="step__facts">
        {namePage !== null && <li>{t('start.tablet.byName', { page: namePage })}</li>}
        <li>
          {visit === null ? (
            t('start.tablet.notOpened')
          ) : (
            <>
              {t('start.tablet.opened', { address: visit.address })} <SiteTime at={visit.at} />
            </>
          )}
        </li>
      </ul>
    </div>
  )
}

/** The test from the tablet: each one that was paired, and whether it is there now. */
function TabletsHere() {
  const t = useT()
  const { resource, refresh } = useResource({
    key: 'devices',
    load: () => api.call('GET /api/v1/devices'),
    refreshOn: (news) => news.type === 'kiosk_changed' || (news.type === 'site_changed' && news.area === 'devices'),
  })
  return (
    <section aria-labelledby="tablets-here">
      <h2 id="tablets-here">{t('start.tablet.here')}</h2>
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ devices }) => (
          <div role="status">
            <ul className="step__facts">
              {devices.length === 0 && <li>{t('start.tablet.none')}</li>}
              {devices.map(({ id, name, connected }) => (
                <li key={id}>
                  <span className="presence" data-connected={connected}>
                    {t(connected ? 'start.tablet.connected' : 'start.tablet.away', { name })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </ResourceView>
    </section>
  )
}
