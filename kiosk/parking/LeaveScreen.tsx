import { formatInstant, parseInstant } from '../../src-shared/format/instant.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { formatCalendarDate } from '../../src-shared/format/site-time.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useNearness } from '../booking/DayList.tsx'
import { useSiteTime } from '../booking/site-time.ts'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { dateOf } from '../opening/site-day.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { ChoiceCard } from './ChoiceCard.tsx'
import { usualStays, type UsualStay } from './stay-times.ts'
import { useStayOffers, type StayOffer } from './use-stay-offers.ts'

/** How long the customer stays, each usual length with the server's price. */
export function LeaveScreen({ session }: { readonly session: SessionAt<'leave'> }) {
  const t = useT()
  const send = useSend()
  const site = useSite()
  const blocked = useBookingBlocked() !== undefined
  const startMs = parseInstant(session.start) ?? 0
  const { timeOf } = useSiteTime(site.timezone)
  const date = dateOf(startMs, site.timezone)
  const day = useNearness(date)
  const stays = usualStays(site, startMs)
  const offerOf = useStayOffers(
    session,
    stays.map(({ end }) => formatInstant(end.atMs)),
  )
  return (
    <Screen
      name="leave"
      title={t('kiosk.leave.title')}
      above={<StepLine />}
      failure={session.notice}
      lead={t('kiosk.leave.from', { day: day ?? formatCalendarDate(date, t.language), time: timeOf(session.start) })}
      secondary={
        <>
          <WaysOut />
          <button type="button" className="button" onClick={() => send({ type: 'other_arrival' })}>
            {t('kiosk.leave.otherArrival')}
          </button>
        </>
      }
    >
      <ul className="cards cards--halves">
        {stays.map((stay) => (
          <li key={stay.end.atMs}>
            <StayCard stay={stay} offer={offerOf(formatInstant(stay.end.atMs))} blocked={blocked} />
          </li>
        ))}
        <li>
          <ChoiceCard
            name={t('kiosk.leave.otherTime')}
            words={t('kiosk.arrive.pickTime')}
            blocked={blocked}
            onChoose={() => send({ type: 'other_time', date })}
          />
        </li>
        <li>
          <ChoiceCard
            name={t('kiosk.leave.otherDay')}
            words={t('kiosk.arrive.pickDay')}
            blocked={blocked}
            onChoose={() => send({ type: 'other_day' })}
          />
        </li>
      </ul>
    </Screen>
  )
}

interface StayCardProps {
  readonly stay: UsualStay
  readonly offer: StayOffer
  readonly blocked: boolean
}

function StayCard({ stay: { end, hours }, offer, blocked }: StayCardProps) {
  const t = useT()
  const send = useSend()
  const name = hours === undefined ? t('kiosk.leave.untilClosing') : t('kiosk.leave.hours', { hours })
  const why = whyNot(offer, t)
  return (
    <ChoiceCard
      name={name}
      words={t('kiosk.leave.until', { time: end.label })}
      more={why === undefined ? priceWords(offer, t) : <span className="badge">{why}</span>}
      blocked={blocked || why !== undefined}
      onChoose={() => send({ type: 'departure_chosen', end: formatInstant(end.atMs), offered: isPriced(offer) })}
    />
  )
}

/** Whether its price stands on the card. */
function isPriced(offer: StayOffer): boolean {
  return offer !== undefined && !('failure' in offer) && offer.quote !== null
}

/** Why a stay cannot be had, in a word; undefined when it can, or that is not known yet. */
function whyNot(offer: StayOffer, t: Translator): string | undefined {
  if (offer === undefined || 'failure' in offer) return undefined
  if (offer.free === 0) return t('kiosk.leave.full')
  return offer.quote === null ? t('kiosk.leave.noPrice') : undefined
}

function priceWords(offer: StayOffer, t: Translator): string {
  if (offer === undefined) return '…'
  if ('failure' in offer || offer.quote === null) return t('kiosk.leave.unknown')
  const { amount } = offer.quote
  return amount.amount_minor === 0 ? t('kiosk.leave.free') : formatMoney(amount, t.language)
}
