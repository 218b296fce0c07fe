import type { KeyboardEvent } from 'react'
import { formatMoney, formatShortMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'
import type { PayWork } from './use-pay.ts'
import { quickNotes, typedMoney } from './typed-money.ts'

interface TenderFieldsProps {
  readonly pay: PayWork
  readonly onAmountKey: (event: KeyboardEvent) => void
}

/** What was handed over, by typing or by note, and the change. */
export function CashHandedOver({ pay, onAmountKey }: TenderFieldsProps) {
  const t = useT()
  const { form, change, read, left } = pay
  const money = (amount: number) => formatMoney({ amount_minor: amount, currency: left.currency }, t.language)
  return (
    <div className="cash">
      <Field
        label={t('counter.pay.received')}
        hint={t('counter.pay.receivedHint')}
        fault={form.amount !== '' && read.is !== 'right' ? t('counter.pay.amountFault') : undefined}
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
      <div className="cash__notes" role="group" aria-label={t('counter.pay.notes')}>
        {quickNotes(left.amount_minor, left.currency).map((note) => (
          <Button key={note} onClick={() => change({ amount: typedMoney(note, left.currency) })}>
            {formatShortMoney({ amount_minor: note, currency: left.currency }, t.language)}
          </Button>
        ))}
      </div>
      <p className="cash__change" role="status" data-none={read.is !== 'right' || read.change === 0}>
        {read.is === 'right' && read.stillLeft > 0 ? (
          t('counter.pay.thenLeft', { amount: money(read.stillLeft) })
        ) : (
          <>
            {t('counter.pay.change')}{' '}
            <strong className="cash__figure tabular">{read.is === 'right' ? money(read.change) : '–'}</strong>
          </>
        )}
      </p>
    </div>
  )
}
