import { join } from 'node:path'

import { projectRoot } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import { isFresh } from './freshness.ts'
import { outputs } from './outputs.ts'

/** Builds what is stale, in a process of its own: bundlers leave their marks on the one they run in (`NODE_ENV`, workers). */
export async function ensureBuilt(): Promise<void> {
  if (outputs.every(isFresh)) return
  // Whoever asks may have a NODE_ENV of its own, such as a test runner: pages would be built for that.
  const env = { NODE_ENV: undefined }
  await mustRun(process.execPath, [join(projectRoot, 'tools', 'build.ts')], { output: 'inherit', env })
}
