import { setTimeout as pause } from 'node:timers/promises'
import { processesAreListed, residentBytes } from '../../../bench/process-figures.ts'

const MEGABYTE = 1024 * 1024

/** Why the memory of another process cannot be told here, if it cannot. */
export const memoryObstacle = processesAreListed
  ? undefined
  : 'the memory of a process is read from /proc, which is Linux'

/** What a process holds, in MB: the least of some looks, because what a collection is about to free is no growth. */
export async function residentMegabytes(pid: number): Promise<number> {
  let least = Infinity
  for (let look = 0; look < 5; look += 1) {
    least = Math.min(least, residentBytes(pid) / MEGABYTE)
    await pause(200)
  }
  return least
}
