import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** Why nothing can be sent to the server now, in words; undefined when it can. What is held already can be confirmed. */
export function useSendBlocked(): string | undefined {
  const t = useT()
  const link = useLinkWords()
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  const cannotSave = usePause() === 'store_read_only'
  if (!canSubmit) return link
  return cannotSave ? t('error.store_read_only') : undefined
}

/** Why no slot can be taken now, in words: sending is blocked, or the server takes no new bookings. */
export function useTakeBlocked(): string | undefined {
  const t = useT()
  const blocked = useSendBlocked()
  const pause = usePause()
  return pause === undefined ? blocked : t(`error.${pause}`)
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
  return useServerTimeSelector(({ blockedBecause: why }) =>
    why === 'store_read_only' || why === 'clock_untrusted' ? why : undefined,
  )
}

function useLinkWords(): string {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  return mode === 'synced' ? t('kiosk.link.doubt') : t(`kiosk.link.${mode}`)
}
