import { useEffect } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { ClockState } from '../../src-shared/api/fields.ts'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

const looks = {
  trusted: toast.success,
  provisional: toast.info,
  guarded: toast.warning,
  rollback: toast.error,
  forward_suspect: toast.error,
} as const satisfies Record<ClockState, typeof toast.info>

/** Tells when the state of the server's clock changes: by the ticks, which come through a restart of the server, too. */
export function useClockNews() {
  const t = useT()
  const store = useServerTimeStore()
  useEffect(
    () =>
      store.subscribe(({ timeData: now }, { timeData: before }) => {
        if (now === null || before === null || now.clock_state === before.clock_state) return
        looks[now.clock_state](t(`clock.toast.${now.clock_state}`), { toastId: 'clock-state' })
      }),
    [store, t],
  )
}
