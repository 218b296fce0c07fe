import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import budgets from '../../bench/budgets.json' with { type: 'json' }
import { projectRoot } from '../places.ts'

const page = join(projectRoot, 'out', 'kiosk', 'index.html')
const folder = join(projectRoot, 'out', 'kiosk', 'assets')

/**
 * The kiosk's JavaScript as built, as the server hands it out to a browser over HTTP (`.gz`), against its budgets: what a
 * tablet needs before its first screen stands there, which the page names, and all of it, with what is fetched later and a phone's own pages.
 */
export function kioskScriptSize(): { withinBudget: boolean; summary: string } {
  const { firstScriptGzipBytes, scriptGzipBytes } = budgets.kiosk
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const all = gzipBytes(scripts)
  const named = [...readFileSync(page, 'utf8').matchAll(/\/assets\/([\w-]+\.js)"/g)].map(([, name]) => name ?? '')
  if (!named.some((name) => name.startsWith('draw-kiosk-')))
    throw new Error(`the kiosk’s page names ${named.join(' and ')}: measure what it begins with`)
  const first = gzipBytes(withImports(named))
  return {
    withinBudget: first <= firstScriptGzipBytes && all <= scriptGzipBytes,
    summary:
      `kiosk JavaScript: ${kilobytes(first)} kB gzipped of ${kilobytes(firstScriptGzipBytes)} kB before its first screen, ` +
      `${kilobytes(all)} of ${kilobytes(scriptGzipBytes)} kB in all`,
  }
}

/** Scripts and all that they import statically. */
function withImports(names: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const look = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const code = readFileSync(join(folder, name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)) look(imported ?? '')
  }
  for (const name of names) look(name)
  return [...found]
}

function gzipBytes(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + statSync(join(folder, `${name}.gz`)).size, 0)
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
