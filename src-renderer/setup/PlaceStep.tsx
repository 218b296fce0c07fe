import { useT } from '../../src-shared/ui/translator.tsx'
import { ComboBox } from '../controls/ComboBox.tsx'
import { Field } from '../controls/Field.tsx'
import type { SetupPartProps } from './setup-rules.ts'

interface PlaceStepProps extends SetupPartProps {
  readonly currencies: readonly string[]
}

/** What the place is called, and the money that is taken there. */
export function PlaceStep({ form, faultOf, change, currencies }: PlaceStepProps) {
  const t = useT()
  const names = new Intl.DisplayNames(t.language, { type: 'currency' })
  return (
    <>
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
      <ComboBox
        name="currency"
        label={t('console.setup.currency')}
        hint={t('console.setup.currencyHint')}
        fault={faultOf('currency')}
        value={form.currency}
        options={currencies.map((code) => [code, `${code} · ${names.of(code)}`])}
        onValue={(currency) => change({ currency })}
      />
    </>
  )
}
