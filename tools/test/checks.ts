import { checkAdvisories } from '../check/advisories.ts'
import { kioskScriptSize } from '../build/kiosk-size.ts'
import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { say, span } from '../terminal/progress.ts'
import { emptyResult, type KindResult } from './result.ts'

interface Check {
  name: string
  /** What is wrong, for people to read; undefined when all is well; or why it could not be looked at. */
  run(): Promise<string | undefined | { skipped: string }>
}

const checks: Check[] = [
  { name: 'lockfile', run: () => node(['tools/lockfile.ts', '--check']) },
  { name: 'types', run: () => tool('typescript/bin/tsc', ['-b', '--pretty']) },
  { name: 'format', run: () => tool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']) },
  { name: 'lint', run: () => tool('oxlint/bin/oxlint', ['--type-aware']) },
  { name: 'boundaries', run: () => node(['tools/check/boundaries.ts']) },
  { name: 'unused', run: () => tool('knip/bin/knip.js', []) },
  { name: 'advisories', run: advisories },
]

/** Runs the checks that need no build. Each counts as one test. */
export async function runChecks(): Promise<KindResult> {
  const result = emptyResult('checks')
  for (const check of checks) await runCheck(check, result)
  return result
}

/** The one check on the build's outcome: the kiosk page keeps within its budget. */
export async function checkKioskSize(result: KindResult): Promise<void> {
  const check: Check = {
    name: 'kiosk size',
    run: () => {
      const { withinBudget, summary } = kioskScriptSize()
      if (withinBudget) say(`  ${summary}`)
      return Promise.resolve(withinBudget ? undefined : summary)
    },
  }
  await runCheck(check, result)
}

async function runCheck(check: Check, result: KindResult): Promise<void> {
  const started = performance.now()
  const problem = await check.run()
  const took = performance.now() - started
  result.ms += took
  if (typeof problem === 'object') {
    result.skipped.push(`${check.name} (${problem.skipped})`)
    say(`– ${check.name}: ${problem.skipped}`)
  } else if (problem === undefined) {
    result.passed += 1
    say(`✓ ${check.name} (${span(took)})`)
  } else {
    result.failed.push(check.name)
    say(`✗ ${check.name} (${span(took)})\n${problem.trimEnd()}`)
  }
}

/** What is known against the packages that are shipped. */
async function advisories(): Promise<string | undefined | { skipped: string }> {
  const verdict = await checkAdvisories()
  if ('skipped' in verdict) return verdict
  return verdict.problems.length === 0 ? undefined : verdict.problems.join('\n')
}

function tool(script: string, args: string[]): Promise<string | undefined> {
  return node([packageFile(script), ...args])
}

async function node(args: string[]): Promise<string | undefined> {
  const outcome = await runCommand(process.execPath, args, { timeoutMs: 600_000 })
  if (outcome.code === 0) return undefined
  return outcome.output || outcome.cutShort || `exit code ${outcome.code}`
}
