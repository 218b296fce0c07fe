import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AXE_LOOK, type AxeLook } from './axe/look.ts'
import { axeTable } from './axe/totals.ts'
import { writeTable } from './docs/written-table.ts'
import { ensureBuilt } from './build/ensure-built.ts'
import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'
import { browserEnvironment } from './test/environment.ts'
import { type Annotations, annotationsBefore, annotationsOf } from './test/playwright-run.ts'

// Runs every browser test that has axe look at something, counts its looks, and writes the table of docs/accessibility.md.
// With the files of Playwright's JSON reports behind it (`npm run axe -- report.json …`) it counts the looks of those of their
// tests that passed: for a machine on which all of it in one go takes too long.

/** The pages of components and of the documentation are not what customers and staff use, and are counted with them. */
const kinds = ['kiosk', 'console', 'docs'] as const

async function runAll(): Promise<Annotations> {
  const files = globSync(`tests/{${kinds.join(',')}}/*.spec.ts`, { cwd: projectRoot }).filter((file) =>
    readFileSync(join(projectRoot, file), 'utf8').includes('expectNoAxeFindings'),
  )
  await ensureBuilt()
  const { env } = await browserEnvironment()
  return annotationsOf(AXE_LOOK, { kinds, files, env })
}

const reports = process.argv.slice(2)
const runs = reports.length === 0 ? [await runAll()] : reports.map((file) => annotationsBefore(AXE_LOOK, file))
const failed = runs.flatMap((run) => run.failed)
if (failed.length > 0) say(`Some tests failed:\n  ${failed.join('\n  ')}`)
if (failed.length > 0 && reports.length === 0) {
  say('So there are no totals.')
  process.exitCode = 1
} else {
  const cells = axeTable(runs.flatMap(({ descriptions }) => descriptions.map((text) => JSON.parse(text) as AxeLook)))
  for (const row of cells) say(`  ${row.join(' | ')}`)
  await writeTable('accessibility.md', 'npm run axe', cells)
}
