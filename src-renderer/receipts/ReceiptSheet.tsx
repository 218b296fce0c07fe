import { useState } from 'react'
import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { Receipt } from '../../src-shared/api/receipt-schemas.ts'
import type { LanguageTag } from '../../src-shared/i18n/languages.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { RefundDialog } from '../bookings/RefundDialog.tsx'
import { api } from '../connection/console-api.ts'
import { useResource } from '../connection/use-resource.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { paperLanguageOf } from '../language/use-paper-words.ts'
import { useSite } from '../shell/site.tsx'
import { PaperChoice } from './PaperChoice.tsx'
import { PaperLanguage } from './PaperLanguage.tsx'
import { PrintProblems } from './PrintProblems.tsx'
import { ReceiptPaper } from './ReceiptPaper.tsx'
import { RelatedReceipts } from './RelatedReceipts.tsx'
import { refundable } from './refundable.ts'
import { useReceiptPrint } from './use-receipt-print.tsx'

interface ReceiptSheetProps {
  /** Such as `R-12`. */
  readonly name: string
  /** A print was counted, or money went back. */
  readonly onChange?: () => void
  readonly onClose: () => void
}

/** One receipt as it is on paper, the others of the same payment, and what can be done with it. */
export function ReceiptSheet({ name, onChange, onClose }: ReceiptSheetProps) {
  // A receipt leads to its credit notes and back; the sheet stays.
  const [shown, setShown] = useState(name)
  return <SheetOf key={shown} name={shown} onOther={setShown} onChange={onChange} onClose={onClose} />
}

interface SheetOfProps extends Omit<ReceiptSheetProps, 'onChange'> {
  readonly onOther: (name: string) => void
  readonly onChange: (() => void) | undefined
}

function SheetOf({ name, onOther, onChange, onClose }: SheetOfProps) {
  const t = useT()
  const [isRefunding, setIsRefunding] = useState(false)
  const { resource, refresh } = useResource({
    key: `receipt ${name}`,
    load: () => loadReceipt(name),
    refreshOn: ({ type }) => type === 'payment_changed',
  })
  const changed = () => {
    void refresh()
    onChange?.()
  }
  const print = useReceiptPrint(name, changed)
  const found = 'value' in resource ? resource.value : undefined
  return (
    <Dialog
      title={found === undefined ? t('receipts.sheetOf', { label: name }) : titleOf(found.receipt, t)}
      size="wide"
      onClose={onClose}
      actions={
        found !== undefined && (
          <>
            {refundable(found.receipt, found.payment) !== undefined && (
              <Button data-command="receipts.refund" look="danger" onClick={() => setIsRefunding(true)}>
                {t('receipts.refund')}
              </Button>
            )}
            <Button data-command="receipts.save" onClick={() => void print.save()}>
              {t('receipts.save')}
            </Button>
            <Button
              data-command="receipts.print"
              look="primary"
              busy={print.task.is === 'busy'}
              onClick={() => void print.print()}
            >
              {t('receipts.print')}
            </Button>
          </>
        )
      }
    >
      <ResourceView resource={resource} onRetry={() => void refresh()}>
        {({ receipt, payment }) => (
          <div className="receipt-sheet">
            <ReceiptOnScreen receipt={receipt} language={print.language} />
            <div className="receipt-sheet__side">
              <NextPrint receipt={receipt} />
              <PaperChoice paper={print.paper} onPaper={print.choose} />
              <PaperLanguage
                own={paperLanguageOf(receipt.document.language)}
                chosen={print.language}
                onChoice={print.setLanguage}
              />
              <PrintProblems print={print} />
              <RelatedReceipts receipt={receipt} payment={payment} onOther={onOther} />
            </div>
          </div>
        )}
      </ResourceView>
      {print.sheet}
      {isRefunding && found !== undefined && (
        <Refund found={found} onDone={changed} onClose={() => setIsRefunding(false)} />
      )}
    </Dialog>
  )
}

interface Found {
  readonly receipt: Receipt
  readonly payment: Payment
}

async function loadReceipt(name: string): Promise<Found> {
  const receipt = await api.call('GET /api/v1/receipts/{id}', { params: { id: name } })
  const payment = await api.call('GET /api/v1/payments/{id}', { params: { id: receipt.payment_id } })
  return { receipt, payment }
}

function titleOf({ series, label }: Receipt, t: ReturnType<typeof useT>): string {
  return t(series === 'C' ? 'receipts.creditNoteOf' : 'receipts.sheetOf', { label })
}

/** As the original reads; which copy a paper is belongs to the paper. */
function ReceiptOnScreen({ receipt, language }: { receipt: Receipt; language: LanguageTag | undefined }) {
  const t = useT()
  const { demo } = useSite()
  return (
    <section className="receipt-sheet__paper" aria-label={t('receipts.asPrinted')}>
      <ReceiptPaper document={receipt.document} view={{ demo, language, copy: false }} />
    </section>
  )
}

function NextPrint({ receipt: { printed, copies } }: { receipt: Receipt }) {
  const t = useT()
  return (
    <p className={printed ? 'note note--warning' : 'note'}>
      {printed ? t('receipts.nextIsCopy', { copies, next: copies + 1 }) : t('receipts.nextIsOriginal')}
    </p>
  )
}

function Refund({ found, onDone, onClose }: { found: Found; onDone: () => void; onClose: () => void }) {
  const paid = refundable(found.receipt, found.payment)
  if (paid === undefined) return null
  const booking = { plate: found.receipt.plate, payment_id: found.payment.id, paid }
  return <RefundDialog booking={booking} onDone={onDone} onClose={onClose} />
}
