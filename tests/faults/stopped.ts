import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Stops a process, and waits until each of its threads is out of the kernel and stands still. */
export async function standStill(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  while (!threadStates(pid).every((state) => state === 'T')) await pause(2)
}

function threadStates(pid: number): readonly string[] {
  const tasks = `/proc/${pid}/task`
  return readdirSync(tasks).map((thread) => {
    const stat = readFileSync(`${tasks}/${thread}/stat`, 'utf8')
    // The name, in brackets, may hold anything; the state follows it.
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3)
  })
}
