import { join } from 'node:path'

import type { ElectronRuntime } from '../electron-runtime/index.ts'
import { ensureDesktopLibraries } from '../electron-runtime/system-libraries.ts'
import { mustRun } from '../terminal/command.ts'
import { say, withProgress } from '../terminal/progress.ts'

/** It takes two seconds. */
const TIMEOUT_MS = 120_000

/**
 * Compiles the built application ahead, by the Electron that it is packaged with, so that a start need not. Without it the
 * package starts slower and is otherwise the same: where that Electron does not start here, this says so and goes on.
 */
export async function compileAhead(electron: ElectronRuntime): Promise<void> {
  try {
    await ensureDesktopLibraries(electron.executablePath)
    await withProgress('Compiling ahead', () => compileWith(electron))
  } catch (error) {
    say(`  The package will start slower: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function compileWith({ executablePath, sqliteBinding }: ElectronRuntime): Promise<void> {
  // It needs no display, and what it runs is our own.
  const onLinux = process.platform === 'linux' ? ['--no-sandbox', '--ozone-platform=headless'] : []
  const env = sqliteBinding === undefined ? {} : { KERBSIDE_SQLITE_BINDING: sqliteBinding }
  const program = join(import.meta.dirname, 'compile-ahead')
  await mustRun(executablePath, [...onLinux, program], { env, timeoutMs: TIMEOUT_MS })
}
