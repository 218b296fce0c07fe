import type { KeyboardEvent } from 'react'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import type { PayWork } from './use-pay.ts'
import { typedMoney } from './typed-money.ts'
import { UpiQr } from './UpiQr.tsx'

interface TenderFieldsProps {
  readonly pay: PayWork
  readonly onAmountKey: (event: KeyboardEvent) => void
}

/** Card and UPI: how much of it, and what the terminal or the app calls it. */
export function OtherTender({ pay, onAmountKey }: TenderFieldsProps) {
  const t = useT()
  const { payment, form, change, read, left } = pay
  return (
    <div className="other-tender">
      <div className="form__row">
        <Field
          label={t('counter.pay.amount')}
          hint={t('counter.pay.amountHint')}
          fault={
            read.is === 'right' ? undefined : t(`counter.pay.${read.is === 'too_much' ? 'tooMuch' : 'amountFault'}`)
          }
        >
          {(tied) => (
            <input
              {...tied}
              className="input input--money tabular"
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              maxLength={14}
              placeholder={typedMoney(left.amount_minor, left.currency)}
              value={form.amount}
              onKeyDown={onAmountKey}
              onChange={(event) => change({ amount: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('counter.pay.reference')} hint={t('counter.pay.referenceHint')}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              name="reference"
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              value={form.reference}
              onChange={(event) => change({ reference: event.target.value })}
            />
          )}
        </Field>
      </div>
      {read.is === 'right' && read.stillLeft > 0 && (
        <p role="status">
          {t('counter.pay.thenLeft', {
            amount: formatMoney({ amount_minor: read.stillLeft, currency: left.currency }, t.language),
          })}
        </p>
      )}
      {form.method === 'upi' && payment !== null && <UpiQr payment={payment} />}
    </div>
  )
}
