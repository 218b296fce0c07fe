import { ensureBuilt } from './build/ensure-built.ts'
import { say } from './terminal/progress.ts'
import { checkKioskSize, runChecks } from './test/checks.ts'
import { browserEnvironment, desktopEnvironment, packageEnvironment, type TestEnvironment } from './test/environment.ts'
import { runPlaywright } from './test/playwright-run.ts'
import { couldNotRun, KINDS, type Kind, type KindResult } from './test/result.ts'
import { allGreen, summary } from './test/summary.ts'
import { runVitest } from './test/vitest-run.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(KINDS as readonly string[]).includes(name))
if (unknown.length > 0) {
  say(`There is no such kind of test: ${unknown.join(', ')}. The kinds: ${KINDS.join(', ')}.`)
  process.exit(2)
}
const wanted = KINDS.filter((kind) => asked.length === 0 || asked.includes(kind))
const results: KindResult[] = []
const ranOn: string[] = []

const checks = among('checks').length > 0 ? await runChecks() : undefined
if (checks) results.push(checks)

// Unit tests alone need no build. The others may start the server as it is built.
const built = among('unit').length === wanted.length || (await succeeds('the build', ensureBuilt))
if (checks && built) await checkKioskSize(checks)
if (checks && !built) checks.failed.push('build')

const onBuild = ['integration', 'clock-tampering', 'faults', 'postgres'] as const
const inNode = among('unit', ...(built ? onBuild : []))
if (inNode.length > 0) results.push(...(await runVitest(inNode)))
if (!built) results.push(...among(...onBuild).map(couldNotRun))
await inRealProgram(among('kiosk', 'console', 'docs'), browserEnvironment)
await inRealProgram(among('pictures'), browserEnvironment)
await inRealProgram(among('desktop'), desktopEnvironment, process.platform === 'linux')
await inRealProgram(among('package'), packageEnvironment)

process.stdout.write(`${summary(results, ranOn)}\n`)
process.exitCode = allGreen(results) ? 0 : 1

async function inRealProgram(
  kinds: Kind[],
  prepare: () => Promise<TestEnvironment>,
  virtualDisplay = false,
): Promise<void> {
  if (kinds.length === 0) return
  let environment: TestEnvironment | undefined
  const ready =
    built &&
    (await succeeds(`what the ${kinds.join(' and ')} tests need`, async () => {
      environment = await prepare()
    }))
  if (!ready || !environment) {
    results.push(...kinds.map(couldNotRun))
    return
  }
  ranOn.push(`${kinds.join(' and ')}: ${environment.ranOn}`)
  results.push(...(await runPlaywright(kinds, { env: environment.env, virtualDisplay })))
}

async function succeeds(what: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    say(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

function among(...kinds: Kind[]): Kind[] {
  return kinds.filter((kind) => wanted.includes(kind))
}
