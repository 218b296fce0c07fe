import { join } from 'node:path'

import { projectRoot } from '../places.ts'
import { say } from '../terminal/progress.ts'
import { runChild } from './child.ts'

/** Runs the server without a window until it is stopped, and tells the person where to look. */
export function serveHeadless(): Promise<number> {
  return runChild(process.execPath, [join(projectRoot, 'out', 'server', 'headless.js')], { onLine: announce })
}

function announce(line: string): void {
  const ready = readyLine(line)
  if (!ready) return
  say('')
  say('  Kerbside is running.')
  say(`  Console (attendant, owner):  ${ready.consoleUrl}`)
  say(`  Kiosk (customers):           ${ready.kioskUrl}`)
  say(`  Data:                        ${ready.dataDir}`)
  say('  Stop with Ctrl-C.')
  say('')
}

function readyLine(line: string): { consoleUrl: string; kioskUrl: string; dataDir: string } | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const message = JSON.parse(line) as Record<string, unknown>
    if (message['event'] !== 'listening') return undefined
    return {
      consoleUrl: String(message['console_url']),
      kioskUrl: String(message['kiosk_url']),
      dataDir: String(message['data_dir']),
    }
  } catch {
    return undefined
  }
}
