import { join } from 'node:path'
import { findTestElectron, type ElectronRuntime } from '../../electron-runtime/index.ts'
import { displayObstacle, sandboxObstacle } from '../../start/obstacles.ts'
import { mustRun } from '../../terminal/command.ts'
import { projectRoot } from '../../places.ts'
import type { Program } from '../kept-program.ts'
import { liveConsoleWords, type LiveConsole } from './live-console.ts'
import { windowFolder } from './places.ts'

/** An Electron for the window, or why there is none here, in one phrase. */
export async function findWindow({
  sandbox,
}: {
  readonly sandbox: boolean
}): Promise<{ electron: ElectronRuntime } | { obstacle: string }> {
  const obstacle = displayObstacle() ?? (sandbox ? sandboxObstacle() : undefined)
  if (obstacle !== undefined) return { obstacle }
  try {
    return { electron: await findTestElectron() }
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { obstacle: `Electron could not be fetched (${reason})` }
  }
}

/** @throws Error with what does not build */
export async function buildWindow(): Promise<void> {
  // The pages' Vite may have told this process that it develops; what is built is told nothing.
  await mustRun(process.execPath, [join(projectRoot, 'tools/dev/window/build.ts')], { env: { NODE_ENV: undefined } })
}

/** What is started once that is built. */
export function windowProgram(
  { executablePath, sqliteBinding }: ElectronRuntime,
  { sandbox }: { readonly sandbox: boolean },
  live: LiveConsole,
  env: Readonly<Record<string, string>>,
): Program {
  return {
    command: executablePath,
    args: [...(sandbox ? [] : ['--no-sandbox']), windowFolder, ...liveConsoleWords(live)],
    env: { ...env, ...(sqliteBinding === undefined ? {} : { KERBSIDE_SQLITE_BINDING: sqliteBinding }) },
  }
}
