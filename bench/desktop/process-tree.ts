import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/** What a program and all that it started hold and have used so far. */
export interface Usage {
  /** Processor time, ms. */
  readonly cpuMs: number
  /** Memory, with what is shared counted in parts (PSS), bytes. */
  readonly bytes: number
  readonly processes: number
}

/** Reads `/proc`: Linux only. */
export function usageOf(root: number): Usage {
  const parents = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const stat = contentOf(`/proc/${pid}/stat`)
    // The second field is the program's name in brackets, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    parents.set(pid, { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) })
  }
  let [cpuMs, bytes, processes] = [0, 0, 0]
  for (const [pid, { ticks }] of parents) {
    if (!isWithin(pid, root, parents)) continue
    cpuMs += (ticks * 1000) / TICKS_PER_SECOND
    bytes += Number(/^Pss:\s+(\d+) kB/m.exec(contentOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
    processes += 1
  }
  return { cpuMs, bytes, processes }
}

function isWithin(pid: number, root: number, parents: ReadonlyMap<number, { parent: number }>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)?.parent) {
    if (at === root) return true
  }
  return false
}

/** A process can end while it is read. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
