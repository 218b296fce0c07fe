import { pino, type Logger } from 'pino'
import type { Clock } from '../clock/clock.ts'
import type { RecentLines } from '../diagnostics/recent-lines.ts'
import { toSiteIso } from '../site/site-calendar.ts'

/**
 * Logs go to standard error; standard output belongs to the one line that says where the server listens.
 * @param recent what the newest lines are kept in
 */
export function createLogger(level: string, clock: Clock, recent: RecentLines): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${toSiteIso(clock.now(), 'UTC')}"`,
  }
  const standardError = pino.destination({ fd: 2, sync: true })
  return pino(options, {
    write(line: string) {
      standardError.write(line)
      recent.add(line)
    },
  })
}
