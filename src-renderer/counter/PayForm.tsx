import { useEffect, useRef, type KeyboardEvent } from 'react'
import { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { CashHandedOver } from './CashHandedOver.tsx'
import { NoShiftNote } from './NoShiftNote.tsx'
import { OtherTender } from './OtherTender.tsx'
import { methodOfKey } from './tender-form.ts'
import { TakenSoFar } from './TakenSoFar.tsx'
import type { PayWork } from './use-pay.ts'

interface PayFormProps {
  /** Its id, for the button at the foot of the dialog that sends it. */
  readonly id: string
  readonly pay: PayWork
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
