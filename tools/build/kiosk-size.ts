import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { languages } from '../../src-shared/i18n/languages.ts'
import budgets from '../../bench/budgets.json' with { type: 'json' }
import { projectRoot } from '../places.ts'

const page = join(projectRoot, 'out', 'kiosk', 'index.html')
const folder = join(projectRoot, 'out', 'kiosk', 'assets')

/** The words of another language, of which a page loads those that somebody reads: a file each. */
const namesInEnglish = new Intl.DisplayNames('en', { type: 'language' })
const translated = new RegExp(
  `^(?:kiosk|phone)-(?:${languages.map(({ tag }) => namesInEnglish.of(tag)?.toLowerCase()).join('|')})-[\\w-]+\\.js$`,
)

/**
 * The kiosk's JavaScript as built, as the server hands it out to a browser over HTTP (`.gz`), against its budgets: what a
 * tablet needs before its first screen stands there, which the page names, and all of it, with what is fetched later and a
 * phone's own pages; and the words of each other language.
 */
export function kioskScriptSize(): { withinBudget: boolean; summary: string } {
  const { firstScriptGzipBytes, scriptGzipBytes, languageGzipBytes } = budgets.kiosk
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const all = gzipBytes(scripts.filter((name) => !translated.test(name)))
  const words = scripts.filter((name) => translated.test(name)).map((name) => gzipBytes([name]))
  if (words.length < languages.length - 1) throw new Error('the languages are not in files of their own')
  const mostWords = Math.max(...words)
  const named = [...readFileSync(page, 'utf8').matchAll(/\/assets\/([\w-]+\.js)"/g)].map(([, name]) => name ?? '')
  if (!named.some((name) => name.startsWith('draw-kiosk-')))
    throw new Error(`the kiosk’s page names ${named.join(' and ')}: measure what it begins with`)
  const first = gzipBytes(withImports(named))
  return {
    withinBudget: first <= firstScriptGzipBytes && all <= scriptGzipBytes && mostWords <= languageGzipBytes,
    summary:
      `kiosk JavaScript: ${kilobytes(first)} kB gzipped of ${kilobytes(firstScriptGzipBytes)} kB before its first screen, ` +
      `${kilobytes(all)} of ${kilobytes(scriptGzipBytes)} kB in all, and up to ${kilobytes(mostWords)} of ` +
      `${kilobytes(languageGzipBytes)} kB for another language`,
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
