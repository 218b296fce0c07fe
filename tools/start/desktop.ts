import { spawn } from 'node:child_process'
import { findOfficialElectron, type ElectronRuntime } from '../electron-runtime/index.ts'
import { projectRoot } from '../places.ts'
import { displayObstacle, sandboxObstacle } from './obstacles.ts'

/** What a program's loader exits with when a library it needs is not on the machine. */
const LIBRARY_MISSING = 127

/** Opens the desktop console and waits for it to be closed; or says, in one phrase, why it cannot be opened here. */
export async function openDesktop(): Promise<{ exitCode: number } | { obstacle: string }> {
  const obstacle = displayObstacle() ?? sandboxObstacle()
  if (obstacle) return { obstacle }

  let electron: ElectronRuntime
  try {
    electron = await findOfficialElectron()
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]
    return { obstacle: `Electron could not be fetched (${reason})` }
  }
  const env = electron.sqliteBinding ? { KERBSIDE_SQLITE_BINDING: electron.sqliteBinding } : {}
  const exitCode = await runInFront(electron.executablePath, [projectRoot], env)
  if (exitCode === LIBRARY_MISSING) return { obstacle: 'Electron needs system libraries that this machine lacks' }
  return { exitCode }
}

/** Runs a program in this one's place: its output is shown, signals reach it, and its exit code is returned. */
function runInFront(command: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'inherit' })
    // A terminal sends Ctrl-C to the whole group, the child included; a second one might count as "at once".
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    process.on('SIGHUP', () => child.kill('SIGHUP'))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
