import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'

const MINUTE_MS = 60_000

/**
 * The minute that runs by the server's clock, in milliseconds since the Unix epoch; undefined before the first exchange.
 * It changes once a minute, so that what is offered moves on while somebody looks.
 */
export function useCurrentMinute(): number | undefined {
  return useServerTimeSelector(({ serverTime }) =>
    serverTime === null ? undefined : Math.floor(serverTime / MINUTE_MS) * MINUTE_MS,
  )
}
