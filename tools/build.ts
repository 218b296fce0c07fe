import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { fingerprint, isFresh, markFresh } from './build/freshness.ts'
import { kioskScriptSize } from './build/kiosk-size.ts'
import { outputs } from './build/outputs.ts'
import { projectRoot } from './places.ts'
import { say, withProgress } from './terminal/progress.ts'

const force = process.argv.includes('--force')

try {
  for (const output of outputs) {
    if (!force && isFresh(output)) {
      say(`✓ ${output.name} is up to date`)
      continue
    }
    const builtFrom = fingerprint(output)
    await withProgress(`Building ${output.name}`, async () => {
      for (const path of output.makes) rmSync(join(projectRoot, path), { force: true })
      await output.build()
    })
    markFresh(output, builtFrom)
    if (output.name === 'kiosk') say(`  ${kioskScriptSize().summary}`)
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
