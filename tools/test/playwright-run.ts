import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'
import { freshReportFile, readReport } from './reports.ts'
import { boundUnsteady, couldNotRun, emptyResult, failure, type Kind, type KindResult, resultsOfRun } from './result.ts'

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
  const { report, code } = await reportOf(kinds, options)
  if (!report) return kinds.map(couldNotRun)
  return resultsOfRun(kinds, code, (kind) => resultOf(kind, report))
}

/** What annotations of a type say that tests made which passed, and which tests failed. */
export interface Annotations {
  readonly failed: readonly string[]
  readonly descriptions: readonly string[]
}

/** Runs these files alone, for what they note. */
export async function annotationsOf(
  type: string,
  { kinds, files, env }: PlaywrightOptions & { kinds: readonly Kind[]; files: readonly string[] },
): Promise<Annotations> {
  const { report } = await reportOf(kinds, { env }, files)
  return report ? annotationsIn(report, type) : { failed: ['the run itself'], descriptions: [] }
}

/** The same of a run before, by the file of its JSON report. */
export function annotationsBefore(type: string, file: string): Annotations {
  return annotationsIn(readReport(file) as PlaywrightReport, type)
}

function annotationsIn(report: PlaywrightReport, type: string): Annotations {
  const tests = report.suites.flatMap((suite) => testsIn(suite))
  return {
    failed: tests.filter(({ test }) => test.status === 'unexpected').map(({ name }) => name),
    descriptions: tests
      .filter(({ test }) => test.status === 'expected' || test.status === 'flaky')
      .flatMap(({ test }) => test.annotations)
      .filter((annotation) => annotation.type === type)
      .map(({ description = '' }) => description),
  }
}

async function reportOf(
  kinds: readonly Kind[],
  options: PlaywrightOptions,
  files: readonly string[] = [],
): Promise<{ report: PlaywrightReport | undefined; code: number | null }> {
  const file = freshReportFile(`playwright-${kinds.join('-')}`)
  const script = [packageFile('@playwright/test/cli.js'), 'test', '--reporter=list,json', '--pass-with-no-tests']
  // What a test of the package left on the system is no ground for a second try.
  if (!kinds.includes('package')) script.push('--retries=1')
  const command = [process.execPath, ...script, ...files, ...kinds.flatMap((kind) => ['--project', kind])]
  if (options.virtualDisplay) command.unshift('xvfb-run', '-a', '-s', '-screen 0 1600x1000x24')
  const [program = '', ...args] = command
  const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const outcome = await withProgress(
    `Playwright: ${kinds.join(' and ')}`,
    () => runCommand(program, args, { output: 'inherit', timeoutMs: 3_600_000, env }),
    ({ code }) => code === 0,
  )
  return { report: readReport(file) as PlaywrightReport | undefined, code: outcome.code }
}

function resultOf(kind: Kind, report: PlaywrightReport): KindResult {
  const result = emptyResult(kind)
  for (const { name, test } of report.suites.flatMap((suite) => testsIn(suite))) {
    if (test.projectName !== kind) continue
    for (const attempt of test.results) result.ms += attempt.duration
    if (test.status === 'expected' || test.status === 'flaky') result.passed += 1
    else if (test.status === 'skipped') result.skipped.push(`${name} (${reasonFor(test)})`)
    else result.failed.push(failure(name, test.results.at(-1)?.error?.message))
    if (test.status === 'flaky') result.unsteady.push(failure(name, test.results[0]?.error?.message))
  }
  return boundUnsteady(result)
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
