/** The faults of `npm test` for hours: more of each, and then how much memory a server that is used takes on. */
import { join } from 'node:path'
import { ensureBuilt } from './build/ensure-built.ts'
import { projectRoot } from './places.ts'
import { runCommand } from './terminal/command.ts'
import { packageFile } from './terminal/npm.ts'
import { say } from './terminal/progress.ts'

/** How much of each; whatever the environment says goes before. */
const amounts = {
  KERBSIDE_KILLS: '2000',
  KERBSIDE_POWER_CUTS: '500',
  KERBSIDE_DISK_FAULTS: '200',
  KERBSIDE_DISK_FAULTS_EACH: '1',
  KERBSIDE_FULL_DISKS: '40',
  KERBSIDE_LEAK_MINUTES: '60',
}
const env = { ...amounts, ...process.env }

await ensureBuilt()
const faults = ['run', '--project', 'faults', '--testTimeout=0', '--disable-console-intercept']
const tests = await runCommand(process.execPath, [packageFile('vitest/vitest.mjs'), ...faults], {
  output: 'inherit',
  env,
})
say(`A server that is used for ${env.KERBSIDE_LEAK_MINUTES} minutes:`)
const leak = await runCommand(process.execPath, [join(projectRoot, 'tests/faults/leak-run.ts')], {
  output: 'inherit',
  env,
})
process.exitCode = tests.code === 0 && leak.code === 0 ? 0 : 1
