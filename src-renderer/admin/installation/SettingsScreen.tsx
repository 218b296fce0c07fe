import { useState } from 'react'
import type { InstallationSettings } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { Button } from '../../controls/Button.tsx'
import { ResourceView } from '../../controls/ResourceView.tsx'
import { UpdatePart } from '../../updates/UpdatePart.tsx'
import { desktop } from '../../bridge.ts'
import { useSite } from '../../shell/site.tsx'
import { DiagnosticsPart } from './DiagnosticsPart.tsx'
import { settingWords } from './setting-words.ts'
import { WipeDialog } from './WipeDialog.tsx'

/** How this installation runs. What is set from outside is shown, and changed there. */
export function SettingsScreen() {
  const t = useT()
  const { demo } = useSite()
  const [isWiping, setIsWiping] = useState(false)
  const { resource, refresh } = useResource({
    key: 'admin-settings',
    load: () => api.call('GET /api/v1/admin/settings'),
  })
  return (
    <>
      <div className="screen__head">
        <h1>{t('admin.settings.title')}</h1>
      </div>
      {demo && (
        <section className="admin-part" aria-labelledby="demo">
          <h2 id="demo">{t('admin.demo.title')}</h2>
          <p>{t('admin.demo.text')}</p>
          <div>
            <Button data-command="settings.wipe" look="danger" onClick={() => setIsWiping(true)}>
              {t('admin.demo.wipe')}
            </Button>
          </div>
        </section>
      )}
      <section className="admin-part" aria-labelledby="installation">
        <h2 id="installation">{t('admin.settings.installation')}</h2>
        <p className="field__hint">{t('admin.settings.hint')}</p>
        <ResourceView resource={resource} onRetry={() => void refresh()}>
          {(value) => <SettingsTable {...value} />}
        </ResourceView>
      </section>
      {desktop !== undefined && <UpdatePart bridge={desktop} />}
      <DiagnosticsPart />
      {isWiping && <WipeDialog onClose={() => setIsWiping(false)} />}
    </>
  )
}

function SettingsTable({ settings, versions }: InstallationSettings) {
  const t = useT()
  return (
    <>
      <p>{t('admin.settings.versions', versions)}</p>
      <div className="table-frame" role="region" aria-label={t('admin.settings.table')} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{t('admin.settings.table')}</caption>
          <thead>
            <tr>
              {(['what', 'value', 'variable'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`admin.settings.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {settings.map(({ variable, value, is_default: isDefault }) => (
              <tr className="row" key={variable}>
                <th scope="row">{settingWords(variable, t)}</th>
                <td>
                  {value === '' ? t('admin.settings.none') : value}
                  {isDefault && <span className="admin-mark">{t('admin.settings.default')}</span>}
                </td>
                <td>
                  <code>{variable}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
