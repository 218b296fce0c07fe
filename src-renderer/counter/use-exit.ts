import { useCallback, useEffect, useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { ExitQuote, Stay } from '../../src-shared/api/stay-schemas.ts'
import { useCountdown } from '../../src-shared/ui/server-time-hooks.ts'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import type { Authorised } from './authorise.ts'

/** What a price is asked for with. */
interface Asked {
  readonly lost_ticket?: boolean
  /** Leaves at another time than now, by somebody's word. */
  readonly left_at?: string
}

/**
 * The price of a stay on its way out. It is frozen by the server until it expires; then it is asked for anew, unless a part
 * of it is paid or somebody gave the time.
 */
export function useExit(stayId: string, onLeft: (stay: Stay, payment: Payment | null) => void) {
  const { task, run } = useTask()
  const [quote, setQuote] = useState<ExitQuote>()
  const [asked, setAsked] = useState<Asked>({})
  const ask = useCallback(
    async (what: Asked, authorised?: Authorised) => {
      const body = { ...what, ...(what.left_at === undefined ? {} : authorised) }
      const answer = await api.call('POST /api/v1/stays/{id}/exit-quotes', { params: { id: stayId }, body })
      setQuote(answer)
      setAsked(what)
    },
    [stayId],
  )
  useEffect(() => void run(() => ask({})), [run, ask])

  const isExpired = useCountdown(quote?.expires_at ?? null) === 0
  const canAskAgain = asked.left_at === undefined && (quote?.payment?.tenders.length ?? 0) === 0
  useEffect(() => {
    if (quote !== undefined && isExpired && canAskAgain) void run(() => ask(asked))
  }, [quote, isExpired, canAskAgain, asked, run, ask])

  /** The car leaves. @throws ApiError when the server refuses: something is still to be paid */
  const leave = (payment: Payment | null) =>
    run(async () => onLeft(await api.call('POST /api/v1/stays/{id}/exit', { params: { id: stayId } }), payment))
  return {
    quote,
    task,
    asked,
    // A time that somebody gave was for the price that is gone.
    askAgain: () => void run(() => ask(asked.lost_ticket === undefined ? {} : { lost_ticket: asked.lost_ticket })),
    setLost: (lost: boolean) => {
      if (task.is === 'busy') return
      const what = { ...asked, lost_ticket: lost }
      // Seen at once; the price that belongs to it follows.
      setAsked(what)
      void run(() => ask(what))
    },
    /** @throws ApiError */
    setLeftAt: (leftAt: string, authorised: Authorised) => ask({ ...asked, left_at: leftAt }, authorised),
    onPayment: (payment: Payment) => {
      setQuote((before) => (before === undefined ? before : { ...before, payment }))
      if (payment.state === 'paid') void leave(payment)
    },
    leave,
  }
}
