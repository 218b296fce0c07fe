import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'
import { freshReportFile, readReport } from './reports.ts'
import { couldNotRun, emptyResult, failure, type Kind, type KindResult, resultsOfRun } from './result.ts'

/** The part of Playwright's JSON report that is read here. */
interface Suite {
  suites?: Suite[]
  specs?: { title: string; file: string; tests: Test[] }[]
}

interface Test {
  projectName: string
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
  annotations: { type: string; description?: string }[]
  results: { duration: number; error?: { message?: string } }[]
}

interface PlaywrightReport {
  suites: Suite[]
  errors: unknown[]
}

interface PlaywrightOptions {
  env: Record<string, string | undefined>
  /** Runs it on a display of its own. */
  virtualDisplay?: boolean
}

/** Runs the Playwright projects of these kinds. */
export async function runPlaywright(kinds: Kind[], options: PlaywrightOptions): Promise<KindResult[]> {
  const file = freshReportFile(`playwright-${kinds.join('-')}`)
  const script = [packageFile('@playwright/test/cli.js'), 'test', '--reporter=list,json', '--pass-with-no-tests']
  const command = [process.execPath, ...script, ...kinds.flatMap((kind) => ['--project', kind])]
  if (options.virtualDisplay) command.unshift('xvfb-run', '-a', '-s', '-screen 0 1600x1000x24')
  const [program = '', ...args] = command
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const outcome = await withProgress(
    `Playwright: ${kinds.join(' and ')}`,
    () => runCommand(program, args, { output: 'inherit', timeoutMs: 1_800_000, env }),
    ({ code }) => code === 0,
  )
  const report = readReport(file) as PlaywrightReport | undefined
  if (!report) return kinds.map(couldNotRun)
  return resultsOfRun(kinds, outcome.code, (kind) => resultOf(kind, report))
}

function resultOf(kind: Kind, report: PlaywrightReport): KindResult {
  const result = emptyResult(kind)
  for (const { name, test } of report.suites.flatMap((suite) => testsIn(suite))) {
    if (test.projectName !== kind) continue
    for (const attempt of test.results) result.ms += attempt.duration
    if (test.status === 'expected') result.passed += 1
    else if (test.status === 'skipped') result.skipped.push(`${name} (${reasonFor(test)})`)
    else result.failed.push(failure(name, test.results.at(-1)?.error?.message))
  }
  return result
}

function testsIn(suite: Suite): { name: string; test: Test }[] {
  const here = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: `${spec.file}: ${spec.title}`, test })),
  )
  return [...here, ...(suite.suites ?? []).flatMap(testsIn)]
}

function reasonFor(test: Test): string {
  const annotation = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return annotation?.description ?? 'no reason given'
}
