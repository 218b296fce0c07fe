import { useId, useState } from 'react'
import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useServerTime } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { matchingZones, type SetupPartProps } from './setup-rules.ts'

interface SitePartProps extends SetupPartProps {
  readonly zones: readonly string[]
  readonly currencies: readonly string[]
}

export function SitePart({ form, faultOf, change, zones, currencies }: SitePartProps) {
  const t = useT()
  const names = new Intl.DisplayNames(t.language, { type: 'currency' })
  return (
    <fieldset className="form__part">
      <legend>{t('console.setup.site')}</legend>
      <Field label={t('console.setup.siteName')} hint={t('console.setup.siteNameHint')} fault={faultOf('siteName')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="siteName"
            maxLength={80}
            autoComplete="organization"
            value={form.siteName}
            onChange={(event) => change({ siteName: event.target.value })}
          />
        )}
      </Field>
      <ZonePicker
        zones={zones}
        chosen={form.timezone}
        fault={faultOf('timezone')}
        onChoose={(timezone) => change({ timezone })}
      />
      <Field label={t('console.setup.currency')} hint={t('console.setup.currencyHint')} fault={faultOf('currency')}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            name="currency"
            value={form.currency}
            onChange={(event) => change({ currency: event.target.value })}
          >
            <option value="" disabled>
              {t('console.setup.currencyChoose')}
            </option>
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code} · {names.of(code)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  )
}

interface ZonePickerProps {
  readonly zones: readonly string[]
  readonly chosen: string
  readonly fault: string | undefined
  readonly onChoose: (zone: string) => void
}

/** A list of all zones that typing narrows, with the time there by the server's clock as a check. */
function ZonePicker({ zones, chosen, fault, onChoose }: ZonePickerProps) {
  const t = useT()
  const [text, setText] = useState('')
  const { serverTime } = useServerTime()
  const countId = useId()
  const found = matchingZones(zones, text)
  const now =
    serverTime === null
      ? t('console.setup.timezoneChosen', { zone: chosen })
      : t('console.setup.timezoneNow', { zone: chosen, time: formatTimeOfDay(serverTime, chosen, t.language) })
  return (
    <div className="zone-picker">
      <Field label={t('console.setup.timezoneFilter')} hint={t('console.setup.timezoneFilterHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Takes the first that was found, and does not send the form.
              event.preventDefault()
              if (found[0] !== undefined) onChoose(found[0])
            }}
          />
        )}
      </Field>
      <Field label={t('console.setup.timezone')} hint={t('console.setup.timezoneHint')} fault={fault}>
        {(tied) => (
          <select
            {...tied}
            className="input zone-picker__list"
            name="timezone"
            size={6}
            value={found.includes(chosen) ? chosen : ''}
            onChange={(event) => onChoose(event.target.value)}
          >
            {!found.includes(chosen) && (
              <option value="" hidden>
                {t('console.setup.error.timezone')}
              </option>
            )}
            {found.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="field__hint" id={countId} role="status">
        {text === '' ? '' : t('console.setup.timezoneCount', { count: found.length })}
      </p>
      <p className="zone-picker__now">
        <strong>{now}</strong>
      </p>
    </div>
  )
}
