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
      store.subscribe(({ serverClockState: now }, { serverClockState: before }) => {
        if (now === null || before === null || now === before) return
        // What was said of the state before is no longer so.
        toast.dismiss(toastIdOf(before))
        looks[now](t(`clock.toast.${now}`), { toastId: toastIdOf(now) })
      }),
    [store, t],
  )
}

function toastIdOf(state: ClockState): string {
  return `clock-${state}`
}
