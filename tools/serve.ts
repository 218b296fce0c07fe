import { ensureBuilt } from './build/ensure-built.ts'
import { becomeServer } from './start/server.ts'
import { say } from './terminal/progress.ts'

try {
  await ensureBuilt()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
await becomeServer()
