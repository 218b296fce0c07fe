import type { ClockMode } from '../../src-shared/time/clock-mode.ts'
import { isUntrusted } from '../../src-shared/ui/booking-block.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** Why nothing can be sent to the server now, in words; undefined when it can. What is held already can be confirmed. */
export function useSendBlocked(): string | undefined {
  const t = useT()
  const link = useLinkWords()
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  const cannotSave = useCannotSave()
  if (!canSubmit) return link
  return cannotSave ? t('error.store_read_only') : undefined
}

/** Why no slot can be taken now, in words: sending is blocked, or the server takes no new bookings. */
export function useTakeBlocked(): string | undefined {
  const t = useT()
  const blocked = useSendBlocked()
  const cannotSave = useCannotSave()
  return useIsTimeUntrusted() && !cannotSave ? t('error.clock_untrusted') : blocked
}

/** Why nothing can be booked now, in words; undefined when it can. Less strict than sending: a short doubt does not count. */
export function useBookingBlocked(): string | undefined {
  const t = useT()
  const link = useLinkWords()
  const canBook = useServerTimeSelector((state) => state.canBook)
  const pause = usePause()
  if (canBook) return undefined
  return pause === undefined ? link : t(`error.${pause}`)
}

/** Why the server takes no new bookings although it can be heard, by the code that it would refuse them with. */
export function usePause(): 'store_read_only' | 'clock_untrusted' | undefined {
  const isTimeUntrusted = useIsTimeUntrusted()
  if (useCannotSave()) return 'store_read_only'
  return isTimeUntrusted ? 'clock_untrusted' : undefined
}

function useCannotSave(): boolean {
  return useServerTimeSelector(({ mode, storeTrouble }) => isHeard(mode) && storeTrouble !== null)
}

/** Whether what the server said last still counts. */
function isHeard(mode: ClockMode): boolean {
  return mode !== 'init' && mode !== 'offline'
}

/** Whether the server takes no new bookings because it cannot vouch for the time itself, and can be heard to say so. */
function useIsTimeUntrusted(): boolean {
  return useServerTimeSelector(({ mode, serverClockState }) => isHeard(mode) && isUntrusted(serverClockState))
}

function useLinkWords(): string {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  return mode === 'synced' ? t('kiosk.link.doubt') : t(`kiosk.link.${mode}`)
}
