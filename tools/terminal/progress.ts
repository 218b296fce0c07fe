/** How often a long step says that it is still going. */
const HEARTBEAT_MS = 15_000

/** One line for people. Always standard error: standard output belongs to the program that a tool runs. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A span of milliseconds as people read it: `0.4 s`, `12 s`, `3 min 05 s`. */
export function span(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/**
 * Runs `work` and keeps the person at the terminal informed: a line at once, one every 15 s while it lasts, one at the end.
 * `work` may set a note (such as `45 of 120 MB`) that the lines in between carry. What it gives may still be a failure: `wentWell` tells.
 */
export async function withProgress<T>(
  label: string,
  work: (note: (text: string) => void) => Promise<T>,
  wentWell: (result: T) => boolean = () => true,
): Promise<T> {
  const started = performance.now()
  let latest = ''
  say(`… ${label}`)
  const heartbeat = setInterval(() => {
    say(`  ${label}: ${span(performance.now() - started)}${latest ? `, ${latest}` : ''}`)
  }, HEARTBEAT_MS)
  try {
    const result = await work((text) => {
      latest = text
    })
    say(`${wentWell(result) ? '✓' : '✗'} ${label} (${span(performance.now() - started)})`)
    return result
  } catch (error) {
    say(`✗ ${label} (${span(performance.now() - started)})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
