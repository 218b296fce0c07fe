import { useEffect, useRef, useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { ExitQuote, Stay } from '../../src-shared/api/stay-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Countdown } from '../controls/Countdown.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Waiting } from '../controls/Waiting.tsx'
import { BreakdownLines } from './BreakdownLines.tsx'
import { DiscountDialog } from './DiscountDialog.tsx'
import { Due } from './Due.tsx'
import { ExitRefused } from './ExitRefused.tsx'
import { LeftAtDialog } from './LeftAtDialog.tsx'
import { PayForm } from './PayForm.tsx'
import { usePay, useTakeWords } from './use-pay.ts'
import { StayFacts } from './StayFacts.tsx'
import { useExit } from './use-exit.ts'

interface ExitDialogProps {
  readonly stayId: string
  readonly onLeft: (stay: Stay, payment: Payment | null) => void
  readonly onClose: () => void
}

/** What the car owes and how it is paid, in one dialog: Enter takes all in cash and lets it go. */
export function ExitDialog({ stayId, onLeft, onClose }: ExitDialogProps) {
  const t = useT()
  const exit = useExit(stayId, onLeft)
  const [asked, setAsked] = useState<'nothing' | 'discount' | 'left-at'>('nothing')
  const { quote, task } = exit
  const payment = dueOf(quote)
  const pay = usePay(payment, exit.onPayment)
  const takeWords = useTakeWords(pay)
  const close = () => setAsked('nothing')
  return (
    <>
      <Dialog
        title={t('counter.exit.title')}
        size="wide"
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            {payment === null ? (
              <LetGo exit={exit} />
            ) : (
              <Button
                look="primary"
                type="submit"
                form="pay"
                busy={pay.task.is === 'busy' || task.is === 'busy'}
                aria-disabled={!pay.canSubmit || pay.read.is !== 'right'}
              >
                {takeWords}
              </Button>
            )}
          </>
        }
      >
        <div className="exit">
          {quote === undefined && task.is !== 'failed' && <Waiting />}
          {quote !== undefined && (
            <>
              {payment !== null && <PayForm id="pay" pay={pay} />}
              <div className="exit__price">
                <Priced
                  quote={quote}
                  onDiscount={() => setAsked('discount')}
                  onLeftAt={() => setAsked('left-at')}
                  exit={exit}
                />
              </div>
            </>
          )}
          <ExitRefused
            task={task}
            onAgain={exit.askAgain}
            onLeftAt={() => setAsked('left-at')}
            onLost={() => exit.setLost(true)}
          />
        </div>
      </Dialog>
      {asked === 'discount' && payment !== null && (
        <DiscountDialog payment={payment} onPayment={exit.onPayment} onClose={close} />
      )}
      {asked === 'left-at' && <LeftAtDialog quote={quote} onLeftAt={exit.setLeftAt} onClose={close} />}
    </>
  )
}

/** For a car that has nothing to pay: the one key that is left is Enter, as it is where cash is handed over. */
function LetGo({ exit }: { exit: ReturnType<typeof useExit> }) {
  const t = useT()
  const { quote, task } = exit
  const isKnown = quote !== undefined
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isKnown) button.current?.focus()
  }, [isKnown])
  return (
    <Button
      ref={button}
      look="primary"
      busy={task.is === 'busy'}
      aria-disabled={!isKnown}
      onClick={() => void exit.leave(quote?.payment ?? null)}
    >
      {t('counter.exit.letGo')}
    </Button>
  )
}

/** What is still to be paid; null when nothing is. */
function dueOf(quote: ExitQuote | undefined): Payment | null {
  const payment = quote?.payment ?? null
  return payment === null || payment.left.amount_minor === 0 ? null : payment
}

interface PricedProps {
  readonly quote: ExitQuote
  readonly exit: ReturnType<typeof useExit>
  readonly onDiscount: () => void
  readonly onLeftAt: () => void
}

function Priced({ quote, exit, onDiscount, onLeftAt }: PricedProps) {
  const t = useT()
  const { payment } = quote
  return (
    <>
      <StayFacts stay={quote.stay} leftAt={quote.left_at} />
      <BreakdownLines breakdown={quote.breakdown} currency={quote.amount.currency} payment={payment} />
      <Due amount={payment?.left ?? quote.amount}>
        {quote.expires_at !== null && payment !== null && (
          <Countdown deadline={quote.expires_at} words="counter.exit.holds" />
        )}
      </Due>
      {payment === null && <p>{t('counter.exit.nothingDue')}</p>}
      <div className="exit__more">
        <label className="check">
          <input
            type="checkbox"
            checked={exit.asked.lost_ticket ?? false}
            onChange={(event) => exit.setLost(event.target.checked)}
          />
          <span>{t('counter.exit.lost')}</span>
        </label>
        {payment !== null && <Button onClick={onDiscount}>{t('counter.discount.title')}</Button>}
        <Button onClick={onLeftAt}>{t('counter.leftAt.title')}</Button>
      </div>
    </>
  )
}
