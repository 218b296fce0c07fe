import { ensureBuilt } from './build/ensure-built.ts'
import { openDesktop } from './start/desktop.ts'
import { becomeServer } from './start/server.ts'
import { say } from './terminal/progress.ts'

// A first look should show something: `npm start` is the demonstration unless the environment says otherwise.
process.env['KERBSIDE_DEMO'] ??= '1'

try {
  await ensureBuilt()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
const outcome = await openDesktop()
if ('exitCode' in outcome) process.exit(outcome.exitCode)
say(`No desktop window: ${outcome.obstacle}. Serving without one; the console is a web page.`)
await becomeServer()
