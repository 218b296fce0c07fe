import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'

interface PlateAndPhoneProps {
  readonly form: { readonly plate: string; readonly phone: string }
  readonly faults: readonly string[]
  readonly change: (part: { readonly plate: string } | { readonly phone: string }) => void
}

/** Whose car it is. */
export function PlateAndPhone({ form, faults, change }: PlateAndPhoneProps) {
  const t = useT()
  const faultOf = (field: 'plate' | 'phone') => (faults.includes(field) ? t(`console.new.error.${field}`) : undefined)
  return (
    <div className="form__row">
      <Field label={t('console.new.plate')} hint={t('console.new.plateHint')} fault={faultOf('plate')}>
        {(tied) => (
          <input
            {...tied}
            className="input input--plate"
            name="plate"
            maxLength={24}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={form.plate}
            onChange={(event) => change({ plate: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('console.new.phone')} fault={faultOf('phone')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            name="phone"
            type="tel"
            maxLength={21}
            autoComplete="off"
            value={form.phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
