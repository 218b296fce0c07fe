import { setTimeout as pause } from 'node:timers/promises'
import { processesAreListed, residentBytes } from '../../../bench/process-figures.ts'

const MEGABYTE = 1024 * 1024
/** As long as a collection may take on a busy machine, ms. */
const COLLECTION_MS = 600

/** Why the memory of another process cannot be told here, if it cannot. */
export const memoryObstacle = processesAreListed
  ? undefined
  : 'the memory of a process is read from /proc, which is Linux'

/** What the server holds, in MB, once its garbage is gone: the least of two looks. */
export async function heldMegabytes(pid: number): Promise<number> {
  let least = Infinity
  for (let look = 0; look < 2; look += 1) {
    process.kill(pid, 'SIGUSR2')
    await pause(COLLECTION_MS)
    least = Math.min(least, residentMegabytes(pid))
  }
  return least
}

/** What it has now, garbage and all. */
export function residentMegabytes(pid: number): number {
  return residentBytes(pid) / MEGABYTE
}
