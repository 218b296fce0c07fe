import { addDays } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { DateField } from '../controls/DateField.tsx'

interface ReceiptDaysProps {
  /** The server's day, YYYY-MM-DD: no receipt is of a later one. */
  readonly today: string
  /** The day shown; null while receipts of any day are looked for. */
  readonly date: string | null
  readonly onDate: (date: string | null) => void
}

/** One day back, one day on, or any day by its date. */
export function ReceiptDays({ today, date, onDate }: ReceiptDaysProps) {
  const t = useT()
  const shown = date ?? today
  return (
    <div className="receipt-days">
      <Button
        data-command="receipts.dayBefore"
        aria-label={t('receipts.dayBefore')}
        onClick={() => onDate(addDays(shown, -1))}
      >
        <span aria-hidden="true">‹</span>
      </Button>
      <DateField
        label={t('receipts.day')}
        max={today}
        value={date ?? ''}
        onValue={(day) => {
          if (day !== '') onDate(day)
        }}
      />
      <Button
        aria-label={t('receipts.dayAfter')}
        aria-disabled={shown >= today}
        onClick={() => onDate(addDays(shown, 1))}
      >
        <span aria-hidden="true">›</span>
      </Button>
      <Button aria-disabled={date === today} onClick={() => onDate(today)}>
        {t('receipts.today')}
      </Button>
    </div>
  )
}
