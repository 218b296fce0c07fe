import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import budgets from '../../bench/budgets.json' with { type: 'json' }
import { projectRoot } from '../places.ts'

/** What the kiosk page may weigh: it runs on cheap tablets over a forecourt's Wi-Fi. */
const BUDGET_KB = budgets.kiosk.scriptGzipBytes / 1000

/** The kiosk's JavaScript as built, as the server hands it out to a browser over HTTP (`.gz`), against its budget. */
export function kioskScriptSize(): { withinBudget: boolean; summary: string } {
  const folder = join(projectRoot, 'out', 'kiosk')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  const bytes = scripts.reduce((sum, name) => sum + statSync(join(folder, `${name}.gz`)).size, 0)
  const kilobytes = bytes / 1000
  return {
    withinBudget: kilobytes <= BUDGET_KB,
    summary: `kiosk JavaScript: ${kilobytes.toFixed(1)} kB gzipped of ${BUDGET_KB} kB`,
  }
}
