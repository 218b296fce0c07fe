import { Temporal } from 'temporal-polyfill'
import type { StoreTrouble } from '../../src-shared/api/fields.ts'
import type { TimeUpdate } from '../../src-shared/protocol/time-socket.ts'
import type { Clock } from './clock.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * Business time as the wire tells it, in the site's zone. The words are English whatever the site's language is: they
 * are the original system's formats (`%A, %B %d %Y, %I:%M:%S %p`), which programs read.
 * @param seq how many ticks there have been
 * @param trouble why nothing can be saved, while that is so
 */
export function makeTimeUpdate(clock: Clock, timezone: string, seq: number, trouble?: StoreTrouble): TimeUpdate {
  const serverMs = clock.now()
  const second = Math.floor(serverMs / 1000)
  const at = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(timezone)
  const weekday = weekdays[at.dayOfWeek - 1] ?? ''
  const time = `${two(at.hour % 12 || 12)}:${two(at.minute)}:${two(at.second)} ${at.hour < 12 ? 'AM' : 'PM'}`
  const date = at.toPlainDate().toString()
  const time24 = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`
  return {
    type: 'time_update',
    datetime: `${date}T${time24}${at.offset}`,
    formatted: `${weekday}, ${months[at.month - 1] ?? ''} ${two(at.day)} ${at.year}, ${time}`,
    date,
    time,
    time_24h: time24,
    timestamp: second,
    year: at.year,
    month: at.month,
    day: at.day,
    hour: at.hour,
    minute: at.minute,
    second: at.second,
    weekday,
    timezone,
    epoch: clock.epoch,
    seq,
    server_ms: serverMs,
    clock_state: clock.state,
    ...(clock.demoAheadMs && { demo_ahead_ms: clock.demoAheadMs }),
    ...(trouble !== undefined && { store_read_only: trouble }),
  }
}
