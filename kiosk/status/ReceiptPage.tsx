import { useCallback, useState } from 'react'
import type { VerifiedReceipt } from '../../src-shared/api/receipt-schemas.ts'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { washJobStates } from '../../src-shared/wash/wash-job-states.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Detail } from '../booking/BookingDetails.tsx'
import { useSiteTime } from '../booking/site-time.ts'
import { useVisiblePoll } from '../follow/use-visible-poll.ts'
import { Busy } from '../frame/Busy.tsx'
import { failureOf } from '../session/kiosk-api.ts'
import type { Failure } from '../session/session.ts'
import type { PhoneApi } from './phone-api.ts'
import { OfflineNote } from './OfflineNote.tsx'
import { StatusScreen } from './StatusScreen.tsx'

interface ReceiptPageProps {
  readonly api: PhoneApi
  readonly code: string
  readonly site: Site | undefined
}

/** What became of the question; an answer once had stays while the server cannot be reached. */
interface Verified {
  readonly receipt: VerifiedReceipt | undefined
  readonly failure: Failure | undefined
}

/** Whether a receipt is genuine, in a word that is read across a counter; and how its wash stands. */
export function ReceiptPage({ api, code, site }: ReceiptPageProps) {
  const t = useT()
  const [{ receipt, failure }, setVerified] = useState<Verified>({ receipt: undefined, failure: undefined })
  const look = useCallback(async () => {
    try {
      const answer = await api.call('GET /api/v1/receipts/verify/{code}', { params: { code } })
      setVerified({ receipt: answer, failure: undefined })
    } catch (error) {
      const why = failureOf(error)
      setVerified((known) => ({ receipt: known.receipt, failure: why }))
    }
  }, [api, code])
  useVisiblePoll(look)
  // A code of the wrong form is as unknown as one that was never given out.
  if (failure === 'not_found' || failure === 'invalid_request') {
    return <StatusScreen title={t('receipt.check.unknown')} lead={t('receipt.check.unknownBody')} tone="act" />
  }
  return (
    <>
      <OfflineNote failure={failure} asOf={undefined} timezone={site?.timezone ?? 'UTC'} />
      {receipt === undefined || site === undefined ? (
        <StatusScreen title={t('receipt.check.title')} tone="calm">
          <Busy words={t('receipt.check.loading')} slow={t('status.slow')} />
        </StatusScreen>
      ) : (
        <KnownReceipt receipt={receipt} timezone={site.timezone} />
      )}
    </>
  )
}

function KnownReceipt({ receipt, timezone }: { readonly receipt: VerifiedReceipt; readonly timezone: string }) {
  const t = useT()
  const { timeOf, dayOf } = useSiteTime(timezone)
  const { credited, total, booking, site } = receipt
  const worth = worthOf(receipt)
  const wash = washJobStates.find((state) => state === booking?.wash_state)
  const money = (amount: typeof total) => formatMoney(amount, t.language)
  return (
    <StatusScreen
      title={t(`receipt.check.${worth}`)}
      lead={t(`receipt.check.${worth}Body`, { site, credited: money(credited) })}
      tone={worth === 'genuine' ? 'good' : 'act'}
    >
      <dl className="details tabular">
        <Detail name={t('receipt.check.number')}>{receipt.label}</Detail>
        <Detail name={t('receipt.check.amount')}>{money(total)}</Detail>
        {credited.amount_minor > 0 && <Detail name={t('receipt.check.credited')}>{money(credited)}</Detail>}
        <Detail name={t('receipt.check.issued')}>
          {t('kiosk.detail.moment', { day: dayOf(receipt.issued_at), time: timeOf(receipt.issued_at) })}
        </Detail>
        <Detail name={t('receipt.check.plate')}>
          <span className="plate">{receipt.plate}</span>
        </Detail>
        {booking !== null && <Detail name={t('receipt.check.booking')}>{booking.reference}</Detail>}
        {wash !== undefined && <Detail name={t('receipt.check.wash')}>{t(`receipt.check.wash.${wash}`)}</Detail>}
      </dl>
    </StatusScreen>
  )
}

/** What a receipt is still worth: a refunded one must not pass for a good one. */
function worthOf({ credited, total }: VerifiedReceipt): 'genuine' | 'refunded' | 'partRefunded' {
  if (credited.amount_minor <= 0) return 'genuine'
  return credited.amount_minor >= total.amount_minor ? 'refunded' : 'partRefunded'
}
