import { useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useIdempotencyKey } from '../connection/idempotency-key.ts'
import { useTask } from '../connection/use-task.ts'
import { emptyTender, readTender, type ReadTender, type TenderForm } from './tender-form.ts'

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

/** What the button says that takes the money: all of it, or a part. */
export function useTakeWords(pay: PayWork): string {
  const t = useT()
  const { read, left } = pay
  const money = (amount: number) => formatMoney({ amount_minor: amount, currency: left.currency }, t.language)
  if (read.is !== 'right') return t('console.pay.submit', { amount: money(left.amount_minor) })
  return t(read.stillLeft > 0 ? 'counter.pay.takePart' : 'console.pay.submit', { amount: money(read.pays) })
}
