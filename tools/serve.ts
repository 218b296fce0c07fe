import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { ensureBuilt } from './build/ensure-built.ts'
import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

try {
  await ensureBuilt()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

// From here on this process is the server: signals, exit code and both output streams are its own.
const server = join(projectRoot, 'out', 'server', 'headless.js')
process.argv.splice(1, 1, server)
await import(pathToFileURL(server).href)
