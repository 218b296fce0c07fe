import type { Payment } from '../../src-shared/api/payment-schemas.ts'
import type { Receipt } from '../../src-shared/api/receipt-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { nameOf } from './use-receipt-print.tsx'

interface RelatedReceiptsProps {
  readonly receipt: Receipt
  readonly payment: Payment
  readonly onOther: (name: string) => void
}

/** The credit notes against a receipt, the receipt that a credit note corrects: whatever belongs to the same payment. */
export function RelatedReceipts({ receipt, payment, onOther }: RelatedReceiptsProps) {
  const t = useT()
  const others = payment.receipts.filter(({ label }) => label !== receipt.label)
  if (others.length === 0) return null
  return (
    <section className="receipt-sheet__related">
      <h3>{t('receipts.related')}</h3>
      <ul>
        {others.map((other) => (
          <li key={other.label}>
            <Button onClick={() => onOther(nameOf(other))}>
              {t(other.series === 'C' ? 'receipts.creditNoteOf' : 'receipts.sheetOf', { label: other.label })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
