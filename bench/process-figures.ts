import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Whether the system tells what its processes use; only Linux does it this way. */
export const processesAreListed = existsSync('/proc/self/schedstat')

/** A process and what it started. */
function family(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(family)]
}

function sum(pid: number, of: (pid: number) => number): number {
  return family(pid).reduce((total, member) => total + of(member), 0)
}

/** Time that a process and its children have spent on a CPU, all threads, in ms. */
export function cpuMs(pid: number): number {
  return sum(pid, (member) =>
    readdirSync(`/proc/${member}/task`).reduce((total, task) => {
      const [nanoseconds = '0'] = readFileSync(`/proc/${member}/task/${task}/schedstat`, 'utf8').split(' ')
      return total + Number(nanoseconds) / 1e6
    }, 0),
  )
}

/** Memory that a process and its children hold, in bytes. What the kernel keeps for their sockets is not in it. */
export function residentBytes(pid: number): number {
  return sum(pid, (member) => {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  })
}

/** The same with what processes share counted in parts (PSS), for a program that shares as much as a browser does. */
export function proportionalBytes(pid: number): number {
  return sum(pid, (member) => {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  })
}

/** How many processes a process and its children are. */
export function processCount(pid: number): number {
  return sum(pid, () => 1)
}

/** How many sockets a process and its children hold open. */
export function descriptors(pid: number): number {
  return sum(pid, (member) => readdirSync(`/proc/${member}/fd`).length)
}
