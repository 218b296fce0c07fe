const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The time as every peer here tells it: field for field as long as Kerbside's own, so that all write the same bytes. */
export function timeMessage(seq: number) {
  const now = new Date()
  const date = now.toISOString().slice(0, 10)
  const time24 = now.toISOString().slice(11, 19)
  const weekday = weekdays[now.getUTCDay()] ?? ''
  const hour = now.getUTCHours()
  const time = `${String(hour % 12 || 12).padStart(2, '0')}${time24.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`
  return {
    type: 'time_update',
    datetime: `${date}T${time24}+05:30`,
    formatted: `${weekday}, December ${date.slice(8)} ${date.slice(0, 4)}, ${time}`,
    date,
    time,
    time_24h: time24,
    timestamp: Math.floor(now.getTime() / 1000),
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    day: now.getUTCDate(),
    hour,
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
    weekday,
    timezone: 'Asia/Kolkata',
    epoch: 1,
    seq,
    server_ms: now.getTime() + 0.4,
    clock_state: 'provisional',
  }
}
