import type { Device } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { deviceClockWords } from '../clock/clock-words.ts'
import { Button } from '../controls/Button.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'
import { pageFacts, shownWords } from './kiosk-words.ts'

interface DeviceActs {
  readonly mayUnpair: boolean
  readonly onReload: (device: Device) => void
  readonly onRename: (device: Device) => void
  readonly onUnpair: (device: Device) => void
}

interface DeviceTableProps extends DeviceActs {
  readonly devices: readonly Device[]
}

const columns = ['name', 'state', 'shows', 'clock', 'actions'] as const
const whyNoUnpair = 'unpair-why-not'
const whyNoReload = 'reload-why-not'

/** Each tablet with what it shows now. */
export function DeviceTable({ devices, ...acts }: DeviceTableProps) {
  const t = useT()
  return (
    <>
      <div className="table-frame">
        <table className="table device-table">
          <caption className="visually-hidden">{t('console.kiosks.caption')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`table__${column}`}>
                  {t(`console.kiosks.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <DeviceRow key={device.id} device={device} {...acts} />
            ))}
          </tbody>
        </table>
      </div>
      {devices.some(({ connected }) => !connected) && (
        <p className="field__hint" id={whyNoReload}>
          {t('console.kiosks.reloadWhyNot')}
        </p>
      )}
      {!acts.mayUnpair && (
        <p className="field__hint" id={whyNoUnpair}>
          {t('console.kiosks.unpairWhyNot')}
        </p>
      )}
    </>
  )
}

function DeviceRow({ device, ...acts }: DeviceActs & { readonly device: Device }) {
  const t = useT()
  const off = deviceClockWords(device, t)
  return (
    <tr className="row">
      <th scope="row">
        {device.name}
        <span className="device-table__more tabular">
          {t('console.kiosks.paired')} <SiteTime at={device.paired_at} />
        </span>
      </th>
      <td>
        <span className="presence" data-connected={device.connected}>
          {t(device.connected ? 'console.kiosks.connected' : 'console.kiosks.away')}
        </span>
        <span className="device-table__more tabular">
          <SinceWhen device={device} />
        </span>
      </td>
      <td className="device-table__shows">
        <Shown device={device} />
      </td>
      <td className={off === null ? undefined : 'device-table__off'}>
        {off ?? t(device.device_offset_ms === null ? 'clock.none' : 'clock.device.fine')}
      </td>
      <td className="table__actions">
        <Acts device={device} {...acts} />
      </td>
    </tr>
  )
}

/** Since when it is connected, or when it last was. */
function SinceWhen({ device: { online_since: since, last_seen_at: seen } }: { readonly device: Device }) {
  const t = useT()
  if (since !== null) {
    return (
      <>
        {t('console.kiosks.since')} <SiteTime at={since} />
      </>
    )
  }
  if (seen === null) return t('console.kiosks.neverSeen')
  return (
    <>
      {t('console.kiosks.lastSeen')} <SiteTime at={seen} />
    </>
  )
}

function Shown({ device }: { readonly device: Device }) {
  const t = useT()
  const words = shownWords(device, t)
  if (words === null) return t(device.connected ? 'console.kiosks.notSaid' : 'clock.none')
  return (
    <>
      <strong className="device-table__screen">{words}</strong>
      <span className="device-table__more" data-outdated={device.outdated}>
        {pageFacts(device, t).join(' · ')}
      </span>
      {device.reload_asked_at !== null && (
        <span className="device-table__more tabular">
          {t('console.kiosks.reloadAsked')} <SiteTime at={device.reload_asked_at} />
        </span>
      )}
    </>
  )
}

function Acts({ device, mayUnpair, onReload, onRename, onUnpair }: DeviceActs & { readonly device: Device }) {
  const t = useT()
  const { name, connected } = device
  return (
    <>
      <Button
        data-command="kiosks.reload"
        aria-label={t('console.kiosks.reloadOf', { name })}
        aria-disabled={!connected}
        aria-describedby={connected ? undefined : whyNoReload}
        onClick={() => onReload(device)}
      >
        {t('console.kiosks.reload')}
      </Button>
      {mayUnpair && (
        <Button
          data-command="kiosks.rename"
          aria-label={t('admin.kiosk.renameOf', { name })}
          onClick={() => onRename(device)}
        >
          {t('admin.kiosk.rename')}
        </Button>
      )}
      <Button
        data-command="kiosks.unpair"
        aria-label={t('console.kiosks.unpairOf', { name })}
        aria-disabled={!mayUnpair}
        aria-describedby={mayUnpair ? undefined : whyNoUnpair}
        onClick={() => onUnpair(device)}
      >
        {t('console.kiosks.unpair')}
      </Button>
    </>
  )
}
