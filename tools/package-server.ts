import { packageServer } from './package/server-archive.ts'
import { say } from './terminal/progress.ts'

try {
  await packageServer({ asFolder: process.argv.includes('--folder') })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
