import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { PhoneInput } from '../controls/PhoneInput.tsx'
import { PlateInput } from '../controls/PlateInput.tsx'

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
        {(tied) => <PlateInput {...tied} value={form.plate} onValue={(plate) => change({ plate })} />}
      </Field>
      <Field label={t('console.new.phone')} fault={faultOf('phone')}>
        {(tied) => <PhoneInput {...tied} value={form.phone} onValue={(phone) => change({ phone })} />}
      </Field>
    </div>
  )
}
