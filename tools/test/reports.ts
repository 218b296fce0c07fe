import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { projectCache } from '../places.ts'

/** Where a runner is to leave its JSON report. An older one is removed first, so that it cannot be taken for this run's. */
export function freshReportFile(name: string): string {
  const folder = join(projectCache, 'test-reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** A runner's report, or undefined when it ended without one. */
export function readReport(file: string): unknown {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as unknown
}
