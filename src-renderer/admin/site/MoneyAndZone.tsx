import { useId, useMemo } from 'react'
import type { AdminSite } from '../../../src-shared/api/admin-schemas.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { api } from '../../connection/console-api.ts'
import { useResource } from '../../connection/use-resource.ts'
import { ComboBox } from '../../controls/ComboBox.tsx'
import { Stranded } from '../form/Stranded.tsx'

interface Bound {
  readonly label: string
  readonly value: string
  readonly fault: string | undefined
  readonly onValue: (value: string) => void
}

/** What every price and every time on the screen means. */
export function MoneyAndZone({ site, currency, timezone }: { site: AdminSite; currency: Bound; timezone: Bound }) {
  const t = useT()
  const lists = useMemo(() => {
    const names = new Intl.DisplayNames(t.language, { type: 'currency' })
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), site.settings.timezone])
    return {
      currencies: Intl.supportedValuesOf('currency').map((code) => [code, `${code} · ${names.of(code)}`] as const),
      zones: [...zones].toSorted().map((zone) => [zone, zone.replaceAll('_', ' ')] as const),
    }
  }, [t.language, site.settings.timezone])
  return (
    <fieldset className="form__part">
      <legend>{t('admin.site.money')}</legend>
      <div className="form__row">
        <ComboBox
          {...currency}
          options={lists.currencies}
          disabled={site.currency_fixed}
          hint={t(site.currency_fixed ? 'admin.site.currencyFixed' : 'admin.site.currencyHint')}
        />
        <ComboBox {...timezone} options={lists.zones} hint={t('admin.site.timezoneHint')} />
      </div>
      {site.timezone_override !== null && (
        <p className="note note--warning">{t('admin.site.override', { zone: site.timezone_override })}</p>
      )}
      {timezone.value !== site.settings.timezone && <ZoneEffect timezone={timezone.value} />}
    </fieldset>
  )
}

/** What another zone would change, before it does. */
function ZoneEffect({ timezone }: { timezone: string }) {
  const t = useT()
  const { resource } = useResource({
    key: `zone-preview ${timezone}`,
    load: () => api.call('GET /api/v1/admin/zone-preview', { query: { timezone } }),
  })
  const wordsId = useId()
  if (!('value' in resource)) return null
  const { now, bookings, examples, stranded } = resource.value
  return (
    <div className="note note--warning stranded" role="status">
      <p id={wordsId}>{t('admin.site.zoneEffect', { before: now.before, after: now.after, count: bookings })}</p>
      <div className="stranded__list" role="region" aria-labelledby={wordsId} tabIndex={0}>
        <ul>
          {examples.map(({ reference, plate, before, after }) => (
            <li key={reference}>{t('admin.site.zoneExample', { reference, plate, before, after })}</li>
          ))}
        </ul>
      </div>
      <Stranded bookings={stranded} />
    </div>
  )
}
