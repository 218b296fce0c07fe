import { isUntrusted } from '../../src-shared/ui/booking-block.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** Why nothing can be sent to the server now, in words; undefined when it can. What is held already can be confirmed. */
export function useSendBlocked(): string | undefined {
  const link = useLinkWords()
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  return canSubmit ? undefined : link
}

/** Why no slot can be taken now, in words: sending is blocked, or the server takes no new bookings. */
export function useTakeBlocked(): string | undefined {
  const t = useT()
  const blocked = useSendBlocked()
  return useIsTimeUntrusted() ? t('error.clock_untrusted') : blocked
}

/** Why nothing can be booked now, in words; undefined when it can. Less strict than sending: a short doubt does not count. */
export function useBookingBlocked(): string | undefined {
  const t = useT()
  const link = useLinkWords()
  const canBook = useServerTimeSelector((state) => state.canBook)
  const isPaused = useIsTimeUntrusted()
  if (canBook) return undefined
  return isPaused ? t('error.clock_untrusted') : link
}

/** Whether the server takes no new bookings because it cannot vouch for the time itself, and can be heard to say so. */
export function useIsTimeUntrusted(): boolean {
  return useServerTimeSelector(
    ({ mode, serverClockState }) => mode !== 'init' && mode !== 'offline' && isUntrusted(serverClockState),
  )
}

function useLinkWords(): string {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  return mode === 'synced' ? t('kiosk.link.doubt') : t(`kiosk.link.${mode}`)
}
