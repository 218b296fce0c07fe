import type { WashJob } from '../../src-shared/api/wash-schemas.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import type { MessageKey, MessageValues } from '../../src-shared/i18n/translate.ts'

const MINUTE = 60_000
/** A car that is ready and not fetched for so long stands in the way. */
const FETCH_MINUTES = 20

export interface CardTimes {
  readonly words: MessageKey
  readonly values: MessageValues
  readonly isLate: boolean
  /** How far the work is, 0 to 1; null where nothing is being washed. */
  readonly share: number | null
  /** When it is likely to be ready, on the site's clock; `now` where that is any moment; null where it says nothing. */
  readonly readyBy: string | null
}

/** What a card says about time. @param now the server's time in ms since the epoch; never the device's */
export function cardTimes(job: WashJob, now: number, timezone: string, language: string): CardTimes {
  const clock = (at: string | null) => formatTimeOfDay(msOf(at) ?? now, timezone, language)
  const since = (at: string | null) => Math.max(0, Math.floor((now - (msOf(at) ?? now)) / MINUTE))
  const plain = (words: MessageKey, values: MessageValues, isLate = false): CardTimes => ({
    words,
    values,
    isLate,
    share: null,
    readyBy: null,
  })
  const startedLate = since(job.booked_start) >= 1
  switch (job.state) {
    case 'booked': {
      const values = { time: clock(job.booked_start), minutes: since(job.booked_start) }
      return plain(startedLate ? 'wash.times.bookedLate' : 'wash.times.booked', values, startedLate)
    }
    case 'queued': {
      const values = { time: clock(job.booked_start), minutes: since(job.queued_at) }
      const words = startedLate ? 'wash.times.queuedLate' : 'wash.times.queued'
      return { ...plain(words, values, startedLate), readyBy: readyBy(job, now, clock) }
    }
    case 'in_progress':
      return washing(job, now, since(job.started_at), readyBy(job, now, clock))
    case 'quality_check':
      return plain('wash.times.quality_check', { minutes: since(job.finished_at) })
    case 'ready': {
      const isLate = since(job.ready_at) >= FETCH_MINUTES
      const values = { time: clock(job.ready_at), minutes: since(job.ready_at) }
      return plain(isLate ? 'wash.times.readyLate' : 'wash.times.ready', values, isLate)
    }
    default:
      return job.collected_at === null
        ? plain('wash.times.collectedUntimed', {})
        : plain('wash.times.collected', { time: clock(job.collected_at) })
  }
}

function washing(job: WashJob, now: number, minutes: number, ready: string | null): CardTimes {
  const expected = Math.round(job.expected_minutes)
  const over = minutes - expected
  const elapsed = now - (msOf(job.started_at) ?? now)
  return {
    words: over > 0 ? 'wash.times.in_progressLate' : 'wash.times.in_progress',
    values: { minutes, expected, over },
    isLate: over > 0,
    share: Math.min(1, Math.max(0, elapsed / (job.expected_minutes * MINUTE))),
    readyBy: ready,
  }
}

function readyBy(job: WashJob, now: number, clock: (at: string | null) => string): string | null {
  const at = msOf(job.ready_by)
  if (at === undefined) return null
  return at - now < MINUTE ? 'now' : clock(job.ready_by)
}

function msOf(at: string | null): number | undefined {
  return at === null ? undefined : parseInstant(at)
}
