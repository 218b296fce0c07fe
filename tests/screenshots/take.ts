import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { runCommand } from '../../tools/terminal/command.ts'
import { packageFile } from '../../tools/terminal/npm.ts'
import { browserEnvironment } from '../../tools/test/environment.ts'
import { listOtherLooks } from './other-looks.ts'

/**
 * `npm run screenshots`: takes the documentation's pictures, and keeps those that look otherwise than before.
 * `npm run screenshots -- kiosk phone` takes those parts only.
 */

const asked = process.argv.slice(2)
await ensureBuilt()
const { env } = await browserEnvironment()
const part = asked.length === 0 ? [] : ['--grep', `(${asked.join('|')})`]
const script = [
  packageFile('@playwright/test/cli.js'),
  'test',
  '--project',
  'pictures',
  '--update-snapshots',
  'changed',
]
const { code } = await runCommand(process.execPath, [...script, ...part], {
  output: 'inherit',
  timeoutMs: 1_800_000,
  env,
})
await listOtherLooks()
process.exitCode = code ?? 1
