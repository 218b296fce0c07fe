import { formatMoney } from '../../src-shared/format/money.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Field } from '../controls/Field.tsx'
import { faceValue, keyOf } from './denominations.ts'
import type { Count } from './use-count.ts'

interface CountFieldsProps {
  readonly label: string
  readonly hint: string
  readonly count: Count
  readonly currency: string
  readonly isTried: boolean
}

/** The sum, or the notes and coins that make it. */
export function CountFields({ label, hint, count, currency, isTried }: CountFieldsProps) {
  const t = useT()
  const money = (minor: number) => formatMoney({ amount_minor: minor, currency }, t.language)
  const fault = isTried && count.minor === undefined ? t('cash.sumFault') : undefined
  return (
    <>
      <Field label={label} hint={hint} fault={fault}>
        {(tied) => (
          <input
            {...tied}
            className="input input--money tabular"
            inputMode="decimal"
            autoComplete="off"
            maxLength={14}
            value={count.sum}
            onChange={(event) => count.typeSum(event.target.value)}
          />
        )}
      </Field>
      <details className="cash-count">
        <summary>{t('cash.byNotes')}</summary>
        <div className="cash-count__grid" role="group" aria-label={t('cash.byNotes')}>
          {count.denominations.map((one) => {
            const name = t(`cash.${one.kind}`, { amount: faceValue(one, currency, t.language) })
            return (
              <label key={keyOf(one)} className="cash-count__one">
                <span>{name}</span>
                <span aria-hidden="true">×</span>
                <input
                  className="input tabular"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  value={count.counts[keyOf(one)] ?? ''}
                  onChange={(event) => count.countOne(one, event.target.value)}
                />
              </label>
            )
          })}
        </div>
        <p className="cash-count__sum" role="status">
          {count.minor === undefined ? t('cash.noSum') : t('cash.runningSum', { amount: money(count.minor) })}
        </p>
      </details>
    </>
  )
}
