import { pino, type Logger } from 'pino'
import type { Clock } from '../clock/clock.ts'
import { toSiteIso } from '../site/site-calendar.ts'

/** Logs go to standard error; standard output belongs to the one line that says where the server listens. */
export function createLogger(level: string, clock: Clock): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${toSiteIso(clock.now(), 'UTC')}"`,
  }
  return pino(options, pino.destination({ fd: 2, sync: true }))
}
