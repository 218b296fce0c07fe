import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { mustRun } from '../../tools/terminal/command.ts'

interface ProcessState {
  readonly pid: number
  readonly parent: number
  /** As ps has it: T stands still, Z is over and waits for its parent to notice. */
  readonly state: string
}

/** Stops a process and its children. @returns all of them, the parent last: until then it buries none */
export async function standStillTogether(parent: number): Promise<readonly number[]> {
  process.kill(parent, 'SIGSTOP')
  await untilAll([parent], 'T')
  // A parent that stands still neither starts a child nor buries one: these are all.
  const children = (await processes()).filter((one) => one.parent === parent && one.state !== 'Z').map(({ pid }) => pid)
  for (const child of children) process.kill(child, 'SIGSTOP')
  await untilAll(children, 'TZ')
  return [...children, parent]
}

/** Ends processes as a crash would. Resolves once none of them holds a file or a port. */
export async function killTogether(pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await untilAll(pids, 'Z')
}

/** Waits until each of the processes is in one of these states, or is gone. */
async function untilAll(pids: readonly number[], states: string): Promise<void> {
  const others = ({ pid, state }: ProcessState) => pids.includes(pid) && !states.includes(state)
  while ((await processes()).some(others)) await pause(5)
}

async function processes(): Promise<readonly ProcessState[]> {
  if (process.platform === 'linux')
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? linuxState(name) : []))
  const { stdout } = await mustRun('ps', ['-A', '-o', 'pid=,ppid=,state='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state] = /^ *(\d+) +(\d+) +(\S)/.exec(line) ?? []
    return state === undefined ? [] : { pid: Number(pid), parent: Number(parent), state }
  })
}

/** From /proc, as a small Linux has no ps. */
function linuxState(pid: string): readonly ProcessState[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything; the state and the parent follow it.
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [{ pid: Number(pid), parent: Number(parent), state }]
  } catch {
    // It ended while we looked.
    return []
  }
}
