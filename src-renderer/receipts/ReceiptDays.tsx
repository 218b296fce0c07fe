import { isCalendarDate } from '../../src-shared/format/instant.ts'
import { addDays } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'

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
      <Button aria-label={t('receipts.dayBefore')} onClick={() => onDate(addDays(shown, -1))}>
        <span aria-hidden="true">‹</span>
      </Button>
      <Field label={t('receipts.day')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="date"
            max={today}
            value={date ?? ''}
            onChange={(event) => {
              if (isCalendarDate(event.target.value)) onDate(event.target.value)
            }}
          />
        )}
      </Field>
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
