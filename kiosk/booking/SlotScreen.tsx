import type { WashSlot } from '../../src-shared/api/booking-schemas.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { FailureNotice } from '../frame/FailureNotice.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { ChoiceCard } from '../parking/ChoiceCard.tsx'
import { useSend, useSite } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import { useNearness } from './DayList.tsx'
import type { LiveSlot } from './live-slots.ts'
import { useSiteTime } from './site-time.ts'
import { SlotButton } from './SlotButton.tsx'
import { useSlots } from './use-slots.ts'

/** The times of one day. What is past, full or too soon stays to be seen, and cannot be chosen. */
export function SlotScreen({ session }: { readonly session: SessionAt<'slot'> }) {
  const t = useT()
  const { slots, ask } = useSlots(session)
  const nearness = useNearness(session.date)
  return (
    <Screen
      name="slot"
      title={t('kiosk.slot.title')}
      above={<StepLine />}
      failure={session.notice}
      lead={nearness}
      secondary={<OtherDay />}
    >
      {session.slots.are === 'loading' && <Busy words={t('kiosk.slot.loading')} />}
      {session.slots.are === 'missing' && (
        <div className="empty">
          <FailureNotice failure={session.slots.failure} />
          <button type="button" className="button" onClick={ask}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
      {slots !== undefined && <SlotList slots={slots} date={session.date} />}
    </Screen>
  )
}

function SlotList({ slots, date }: { readonly slots: readonly LiveSlot[]; readonly date: string }) {
  const send = useSend()
  const blocked = useBookingBlocked() !== undefined
  const first = slots.find(({ offer }) => offer === 'open')
  return (
    <>
      {first === undefined && <NothingFree none={slots.length === 0} date={date} />}
      {first !== undefined && (
        <ul className="cards cards--tall">
          <li className="cards__wide">
            <FirstFree slot={first.slot} blocked={blocked} />
          </li>
        </ul>
      )}
      <ul className="slots">
        {slots.map(({ slot, offer }) => (
          <li key={slot.start}>
            <SlotButton
              slot={slot}
              offer={offer}
              blocked={blocked}
              onChoose={() => send({ type: 'slot_chosen', slot })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Most take the first time that there is, which so is in sight before those that have passed. */
function FirstFree({ slot, blocked }: { readonly slot: WashSlot; readonly blocked: boolean }) {
  const t = useT()
  const send = useSend()
  const { timezone } = useSite()
  const { timeOf } = useSiteTime(timezone)
  return (
    <ChoiceCard
      name={t('kiosk.slot.first')}
      words={t('kiosk.detail.span', { start: slot.label, end: timeOf(slot.end) })}
      large
      blocked={blocked}
      onChoose={() => send({ type: 'slot_chosen', slot })}
    />
  )
}

function OtherDay() {
  const t = useT()
  const send = useSend()
  return (
    <>
      <button type="button" className="button" onClick={() => send({ type: 'other_day' })}>
        {t('kiosk.slot.anotherDay')}
      </button>
      <WaysOut />
    </>
  )
}

function NothingFree({ none, date }: { readonly none: boolean; readonly date: string }) {
  const t = useT()
  const send = useSend()
  const isToday = useServerTimeSelector((state) => state.timeData?.date === date)
  const words = none
    ? isToday
      ? t('kiosk.slot.noneToday')
      : t('kiosk.slot.none')
    : isToday
      ? t('kiosk.slot.noneLeftToday')
      : t('kiosk.slot.noneLeft')
  return (
    <div className="empty">
      <p>{words}</p>
      <button type="button" className="button" onClick={() => send({ type: 'other_day' })}>
        {t('kiosk.slot.otherDay')}
      </button>
    </div>
  )
}
