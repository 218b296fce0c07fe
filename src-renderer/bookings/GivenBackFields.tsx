import { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { Money } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import type { TenderForm } from '../counter/tender-form.ts'
import { typedMoney } from '../counter/typed-money.ts'

interface GivenBackFieldsProps {
  readonly form: TenderForm
  readonly onForm: (form: TenderForm) => void
  readonly most: Money
}

/** How much goes back, and how. */
export function GivenBackFields({ form, onForm, most }: GivenBackFieldsProps) {
  const t = useT()
  return (
    <>
      <Field label={t('counter.pay.amount')} hint={t('counter.pay.amountHint')}>
        {(tied) => (
          <input
            {...tied}
            className="input input--money tabular"
            inputMode="decimal"
            autoComplete="off"
            maxLength={14}
            placeholder={typedMoney(most.amount_minor, most.currency)}
            value={form.amount}
            onChange={(event) => onForm({ ...form, amount: event.target.value })}
          />
        )}
      </Field>
      <MethodChoice
        legend={t('counter.refund.method')}
        method={form.method}
        onMethod={(method) => onForm({ ...form, method })}
      />
      {form.method !== 'cash' && (
        <ReferenceField value={form.reference} onValue={(reference) => onForm({ ...form, reference })} />
      )}
    </>
  )
}

interface MethodChoiceProps {
  readonly legend: string
  readonly method: PaymentMethod
  readonly onMethod: (method: PaymentMethod) => void
}

export function MethodChoice({ legend, method, onMethod }: MethodChoiceProps) {
  const t = useT()
  return (
    <fieldset className="choices choices--row">
      <legend className="field__label">{legend}</legend>
      {PaymentMethod.options.map((one) => (
        <label className="choice" key={one}>
          <input type="radio" name="method" checked={method === one} onChange={() => onMethod(one)} />
          <span>{t(`console.method.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function ReferenceField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const t = useT()
  return (
    <Field label={t('counter.pay.reference')} hint={t('counter.pay.referenceHint')}>
      {(tied) => (
        <input
          {...tied}
          className="input"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
