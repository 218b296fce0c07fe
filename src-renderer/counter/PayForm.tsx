import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { PaymentMethod, type Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { CashHandedOver } from './CashHandedOver.tsx'
import { NoShiftNote } from './NoShiftNote.tsx'
import { OtherTender } from './OtherTender.tsx'
import { emptyTender, methodOfKey, readTender, type ReadTender, type TenderForm } from './tender-form.ts'
import { TakenSoFar } from './TakenSoFar.tsx'

interface PayFormProps {
  /** Its id, for the button at the foot of the dialog that sends it. */
  readonly id: string
  readonly pay: PayWork
}

export type PayWork = ReturnType<typeof usePay>

/** What is typed of a payment, and taking it. @param onPayment each answer of the server; nothing is left when it is paid */
export function usePay(payment: Payment | null, onPayment: (payment: Payment) => void) {
  const { task, run, clear } = useTask()
  const keyOf = useIdempotencyKey()
  const [form, setForm] = useState<TenderForm>(emptyTender)
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  const left = payment?.left ?? { amount_minor: 0, currency: 'XXX' }
  const read: ReadTender = payment === null ? { is: 'no_amount' } : readTender(form, left.amount_minor, left.currency)
  const change = (part: Partial<TenderForm>) => {
    setForm((before) => ({ ...before, ...part }))
    clear()
  }
  const submit = async () => {
    if (payment === null || read.is !== 'right' || !canSubmit) return
    const params = { id: payment.id }
    // Two parts of one sum are two payments, each with its own key.
    const headers = keyOf({ ...read.request, payment: payment.id, left: left.amount_minor })
    await run(async () => {
      const answer = await api.call('POST /api/v1/payments/{id}/tenders', { params, headers, body: read.request })
      setForm({ ...emptyTender, method: form.method })
      onPayment(answer)
    })
  }
  return { payment, form, change, read, left, task, clear, submit, canSubmit }
}

/** How the customer pays, in few keys: Enter takes all in cash, an amount and Enter gives change, K or U is card or UPI. */
export function PayForm({ id, pay }: PayFormProps) {
  const t = useT()
  const { payment, form, change, task, submit, canSubmit } = pay
  const body = useRef<HTMLFormElement>(null)
  const byKey = useRef(true)
  const isThere = payment !== null
  // The money is where the keyboard begins, once there is something to pay; and goes on, when a key has changed the way.
  useEffect(() => {
    if (!isThere || !byKey.current) return
    byKey.current = false
    body.current?.querySelector<HTMLElement>('[name="amount"]')?.focus()
  }, [isThere, form.method])
  if (payment === null) return null
  const onAmountKey = (event: KeyboardEvent) => {
    const method = event.ctrlKey || event.metaKey || event.altKey ? undefined : methodOfKey(event.key)
    if (method === undefined) return
    event.preventDefault()
    byKey.current = true
    change({ method })
  }
  return (
    <form
      id={id}
      ref={body}
      className="form pay"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TakenSoFar payment={payment} />
      {form.method === 'cash' ? (
        <CashHandedOver key="amount" pay={pay} onAmountKey={onAmountKey} />
      ) : (
        <OtherTender key="amount" pay={pay} onAmountKey={onAmountKey} />
      )}
      <fieldset className="choices choices--row">
        <legend className="field__label">{t('console.pay.method')}</legend>
        {PaymentMethod.options.map((method) => (
          <label className="choice" key={method}>
            <input type="radio" name="method" checked={form.method === method} onChange={() => change({ method })} />
            <span>
              {t(`console.method.${method}`)} <kbd aria-hidden="true">{t(`counter.methodKey.${method}`)}</kbd>
            </span>
          </label>
        ))}
      </fieldset>
      {!canSubmit && <p className="note note--warning">{t('console.notReady')}</p>}
      <NoShiftNote refused={task.is === 'failed' && task.failure.code === 'no_open_shift'} />
      {task.is === 'failed' && task.failure.code !== 'no_open_shift' && <FailureNote failure={task.failure} />}
    </form>
  )
}

/** What the button says that takes the money: all of it, or a part. */
export function useTakeWords(pay: PayWork): string {
  const t = useT()
  const { read, left } = pay
  const money = (amount: number) => formatMoney({ amount_minor: amount, currency: left.currency }, t.language)
  if (read.is !== 'right') return t('console.pay.submit', { amount: money(left.amount_minor) })
  return t(read.stillLeft > 0 ? 'counter.pay.takePart' : 'console.pay.submit', { amount: money(read.pays) })
}
