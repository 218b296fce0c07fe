import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/** The server has a core to itself, the load generator and this program another. */
const CORES = { server: 0, load: Math.min(1, cpus().length - 1) }

const canPin = spawnSync('taskset', ['--version']).status === 0

export const pinning = canPin && cpus().length > 1 ? 'each on a core of its own' : 'not pinned'

/** The command line that keeps a program on its core, where the system can do that. */
export function pinned(role: keyof typeof CORES, command: readonly string[]): readonly [string, string[]] {
  const [program = '', ...args] = canPin ? ['taskset', '-c', String(CORES[role]), ...command] : command
  return [program, args]
}
