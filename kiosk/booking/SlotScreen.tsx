import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Busy } from '../frame/Busy.tsx'
import { FailureNotice } from '../frame/FailureNotice.tsx'
import { Screen } from '../frame/Screen.tsx'
import { StepLine } from '../frame/StepLine.tsx'
import { useBookingBlocked } from '../frame/submit-gate.ts'
import { WaysOut } from '../frame/WaysOut.tsx'
import { useSend } from '../session/kiosk-context.ts'
import type { SessionAt } from '../session/session.ts'
import type { LiveSlot } from './live-slots.ts'
import { SlotButton } from './SlotButton.tsx'
import { useSlots } from './use-slots.ts'

/** The times of one day. What is past, full or too soon stays to be seen, and cannot be chosen. */
export function SlotScreen({ session }: { readonly session: SessionAt<'slot'> }) {
  const t = useT()
  const { slots, ask } = useSlots(session)
  return (
    <Screen
      name="slot"
      title={t('kiosk.slot.title')}
      above={<StepLine />}
      failure={session.notice}
      secondary={<WaysOut />}
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
  const anyOpen = slots.some(({ offer }) => offer === 'open')
  return (
    <>
      {!anyOpen && <NothingFree none={slots.length === 0} date={date} />}
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
      <button type="button" className="button" onClick={() => send({ type: 'back' })}>
        {t('kiosk.slot.otherDay')}
      </button>
    </div>
  )
}
