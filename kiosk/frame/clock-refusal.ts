import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'

/** Whether the server takes no new bookings because it cannot vouch for the time itself; it says so with each tick. */
export function useIsTimeUntrusted(): boolean {
  return useServerTimeSelector(
    ({ timeData }) => timeData?.clock_state === 'rollback' || timeData?.clock_state === 'forward_suspect',
  )
}
