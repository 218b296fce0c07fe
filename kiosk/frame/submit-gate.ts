import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useIsTimeUntrusted } from './clock-refusal.ts'

/** Why nothing can be sent to the server now, in words; undefined when it can. */
export function useSendBlocked(): string | undefined {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  const canSubmit = useServerTimeSelector((state) => state.canSubmit)
  if (canSubmit) return undefined
  return mode === 'synced' ? t('kiosk.link.doubt') : t(`kiosk.link.${mode}`)
}

/** Why no slot can be taken now, in words. What is held already can still be confirmed when only new bookings are refused. */
export function useTakeBlocked(): string | undefined {
  const t = useT()
  const blocked = useSendBlocked()
  return useIsTimeUntrusted() ? t('error.clock_untrusted') : blocked
}

/** Why nothing can be booked now, in words; undefined when it can. Less strict than sending: a short doubt does not count. */
export function useBookingBlocked(): string | undefined {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  const canBook = useServerTimeSelector((state) => state.canBook)
  const isUntrusted = useIsTimeUntrusted()
  if (canBook) return isUntrusted ? t('error.clock_untrusted') : undefined
  return mode === 'synced' ? t('kiosk.link.doubt') : t(`kiosk.link.${mode}`)
}
