import { useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { PrintProblems } from '../receipts/PrintProblems.tsx'
import { ReceiptSheet } from '../receipts/ReceiptSheet.tsx'
import { nameOf, useReceiptPrint } from '../receipts/use-receipt-print.tsx'

type ReceiptName = Payment['receipts'][number]

/** The receipts of a payment, to be handed over. */
export function ReceiptHandOver({ payment }: { payment: Payment }) {
  const t = useT()
  return (
    <ul className="receipts-made" aria-label={t('counter.receipts')}>
      {payment.receipts.map((receipt) => (
        <ReceiptMade key={receipt.label} receipt={receipt} />
      ))}
    </ul>
  )
}

/** By the paper that this machine had last; the sheet has the other. */
function ReceiptMade({ receipt }: { receipt: ReceiptName }) {
  const t = useT()
  const { label } = receipt
  const name = nameOf(receipt)
  const [isShown, setIsShown] = useState(false)
  const print = useReceiptPrint(name)
  const isBusy = print.task.is === 'busy'
  return (
    <li>
      <div className="receipts-made__tools">
        <span>
          {t('counter.receipt')} <strong className="tabular">{label}</strong>
        </span>
        <Button busy={isBusy} aria-label={t('receipts.printOf', { label })} onClick={() => void print.print()}>
          {t('receipts.print')}
        </Button>
        <Button look="quiet" aria-label={t('receipts.saveOf', { label })} onClick={() => void print.save()}>
          {t('receipts.save')}
        </Button>
        <Button look="quiet" aria-label={t('receipts.openOf', { label })} onClick={() => setIsShown(true)}>
          {t('receipts.open')}
        </Button>
      </div>
      <PrintProblems print={print} />
      {print.sheet}
      {isShown && <ReceiptSheet name={name} onClose={() => setIsShown(false)} />}
    </li>
  )
}
