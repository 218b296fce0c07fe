import { packageApplication } from './package/unpacked.ts'
import { say } from './terminal/progress.ts'

try {
  await packageApplication({ forTests: process.argv.includes('--test-runtime') })
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
