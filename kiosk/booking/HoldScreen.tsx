import { useEffect } from 'react'
import { formatMoney } from '../../src-shared/format/money.ts'
import { useCountdown, useServerTime } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { Countdown } from '../frame/Countdown.tsx'
import { PrimaryButton } from '../frame/PrimaryButton.tsx'
import { Screen } from '../frame/Screen.tsx'
import { useSendBlocked } from '../frame/submit-gate.ts'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { BookingDetails } from './BookingDetails.tsx'
import { SpokenCountdown } from './SpokenCountdown.tsx'
import { useSiteTime } from './site-time.ts'

/** The slot is kept for the customer: confirm it, or give it back, before the server's clock ends it. */
export function HoldScreen({ session }: { readonly session: SessionAt<'held' | 'confirming' | 'settling'> }) {
  const t = useT()
  const send = useSend()
  const { timezone } = useSite()
  const { timeOf } = useSiteTime(timezone)
  const { booking, choice } = session
  const cannotSend = useSendBlocked()
  const msLeft = useCountdown(booking.hold_expires_at)
  useHoldEnd(session)
  const waiting = session.at !== 'held'
  return (
    <Screen
      name="held"
      title={t(choice.kind === 'parking' ? 'kiosk.held.titleBay' : 'kiosk.held.title', {
        bay: booking.resource.label,
        until: timeOf(booking.hold_expires_at ?? ''),
      })}
      failure={session.at === 'held' ? session.notice : undefined}
      secondary={
        <button type="button" className="button" onClick={() => send({ type: waiting ? 'leave' : 'give_back' })}>
          {waiting ? t('common.cancel') : t('kiosk.held.giveBack')}
        </button>
      }
      primary={
        !waiting && (
          <PrimaryButton onPress={() => send({ type: 'confirm' })} blockedBecause={cannotSend}>
            {t('kiosk.held.confirm')}
          </PrimaryButton>
        )
      }
    >
      <Countdown label={t('kiosk.held.left')} msLeft={msLeft} />
      <SpokenCountdown msLeft={msLeft} />
      <BookingDetails booking={booking} timezone={timezone} />
      {waiting ? (
        <Busy words={session.at === 'confirming' ? t('kiosk.held.confirming') : t('kiosk.held.settling')} />
      ) : (
        <p className="screen__lead">{t('kiosk.held.payLater', { price: formatMoney(booking.price, t.language) })}</p>
      )}
    </Screen>
  )
}

/** When the server's clock has surely passed the end of the hold, the server is asked; the screen decides nothing. */
function useHoldEnd({ at, booking }: SessionAt<'held' | 'confirming' | 'settling'>): void {
  const send = useSend()
  const { isBeforeServerTime } = useServerTime()
  const over = booking.hold_expires_at !== null && isBeforeServerTime(booking.hold_expires_at)
  useEffect(() => {
    if (over && at === 'held') send({ type: 'hold_ran_out' })
  }, [over, at, send])
}
