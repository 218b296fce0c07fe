import type { Device } from '../../src-shared/api/site-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { SiteTime } from '../controls/SiteTime.tsx'

interface DeviceTableProps {
  readonly devices: readonly Device[]
  readonly mayUnpair: boolean
  readonly onRename: (device: Device) => void
  readonly onUnpair: (device: Device) => void
}

const columns = ['name', 'state', 'seen', 'paired', 'actions'] as const

export function DeviceTable({ devices, mayUnpair, onRename, onUnpair }: DeviceTableProps) {
  const t = useT()
  const whyNot = 'unpair-why-not'
  return (
    <>
      <div className="table-frame">
        <table className="table">
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
              <tr className="row" key={device.id}>
                <th scope="row">{device.name}</th>
                <td>
                  <span className="presence" data-connected={device.connected}>
                    {t(device.connected ? 'console.kiosks.connected' : 'console.kiosks.away')}
                  </span>
                </td>
                <td className="tabular">
                  {device.last_seen_at === null ? t('console.kiosks.neverSeen') : <SiteTime at={device.last_seen_at} />}
                </td>
                <td className="tabular">
                  <SiteTime at={device.paired_at} />
                </td>
                <td className="table__actions">
                  {mayUnpair && (
                    <Button
                      aria-label={t('admin.kiosk.renameOf', { name: device.name })}
                      onClick={() => onRename(device)}
                    >
                      {t('admin.kiosk.rename')}
                    </Button>
                  )}
                  <Button
                    aria-label={t('console.kiosks.unpairOf', { name: device.name })}
                    aria-disabled={!mayUnpair}
                    aria-describedby={mayUnpair ? undefined : whyNot}
                    onClick={() => onUnpair(device)}
                  >
                    {t('console.kiosks.unpair')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!mayUnpair && (
        <p className="field__hint" id={whyNot}>
          {t('console.kiosks.unpairWhyNot')}
        </p>
      )}
    </>
  )
}
