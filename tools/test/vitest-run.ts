import { relative } from 'node:path'

import { projectRoot } from '../places.ts'
import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'
import { freshReportFile, readReport } from './reports.ts'
import { couldNotRun, emptyResult, failure, type Kind, type KindResult, resultsOfRun } from './result.ts'

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  testResults: {
    name: string
    status: string
    startTime: number
    endTime: number
    assertionResults: {
      fullName: string
      status: string
      failureMessages?: string[]
      /** What the test said of itself: why it was skipped. */
      meta?: { skipped?: string }
    }[]
    message?: string
  }[]
}

/** Runs the unit and integration tests, or one of the two, in one go of Vitest. */
export async function runVitest(kinds: Kind[]): Promise<KindResult[]> {
  const file = freshReportFile('vitest')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const projects = kinds.flatMap((kind) => ['--project', kind])
  const command = [packageFile('vitest/vitest.mjs'), ...args, ...projects]
  const outcome = await withProgress(
    `Vitest: ${kinds.join(' and ')}`,
    () => runCommand(process.execPath, command, { output: 'inherit', timeoutMs: 2_400_000 }),
    ({ code }) => code === 0,
  )
  const report = readReport(file) as VitestReport | undefined
  if (!report) return kinds.map(couldNotRun)
  return resultsOfRun(kinds, outcome.code, (kind) => vitestResult(kind, report))
}

/** What became of the tests of one kind. */
export function vitestResult(kind: Kind, report: VitestReport): KindResult {
  const result = emptyResult(kind)
  for (const suite of report.testResults) {
    const path = relative(projectRoot, suite.name)
    if (path.split(/[/\\]/)[1] !== kind) continue
    result.ms += suite.endTime - suite.startTime
    // A file that did not load has no tests to fail.
    const named = suite.assertionResults.some((test) => test.status === 'failed')
    if (suite.status === 'failed' && !named) result.failed.push(failure(`${path} did not load`, suite.message))
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') result.passed += 1
      else if (test.status === 'failed')
        result.failed.push(failure(`${path}: ${test.fullName}`, test.failureMessages?.[0]))
      else result.skipped.push(`${path}: ${test.fullName} (${test.meta?.skipped ?? test.status})`)
    }
  }
  return result
}
