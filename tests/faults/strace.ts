import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { hasProgram, installSystemPackages } from '../../tools/machine/packages.ts'
import { runCommand } from '../../tools/terminal/command.ts'

/** What the disk may answer where it is asked to keep something. */
export type DiskError = 'EIO' | 'ENOSPC'

const trace = ['-f', '--seccomp-bpf', '-qqq', '-e', 'signal=none', '-y', '-e', 'trace=fsync,fdatasync']

/** Why no system call can be made to fail here; undefined where one can. Installs strace where that is possible. */
export async function straceObstacle(): Promise<string | undefined> {
  if (process.platform !== 'linux') return `strace is Linux's, this is ${process.platform}`
  try {
    if (!(await hasProgram('strace'))) await installSystemPackages(['strace'], 'The test of a failing disk')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const tried = await runCommand('strace', [...trace, 'true'])
  return tried.code === 0 ? undefined : `strace may not trace here: ${tried.output.trim()}`
}

/** What a program is started by so that one call, the nth that waits for the disk, fails and does nothing. */
export function failingSync(error: DiskError, call: number, file: string): readonly string[] {
  const inject = `inject=fsync,fdatasync:error=${error}:when=${call}`
  // -D: the program itself is the child, and the tracer looks on from aside.
  return ['strace', '-D', ...trace, '-e', inject, '-o', file]
}

/** A call that waited for the disk. */
export interface SyncCall {
  /** The file or folder that it was about. */
  readonly path: string
  readonly failed: boolean
  /** By the tracer, and not by a disk. */
  readonly injected: boolean
}

/** The calls in the order in which they returned. */
export function syncCalls(file: string): readonly SyncCall[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const path = /(?:fsync|fdatasync)\(\d+<([^>]*)>/.exec(line)?.[1]
      if (path === undefined) return []
      return [{ path, failed: line.includes(' = -1 '), injected: line.includes('(INJECTED)') }]
    })
}

/**
 * Waits until the fault has fired and the tracer has said so: each thread's calls count by themselves, and a traced server
 * on a busy machine commits a few times a second. @param mostTries 20 ms each
 */
export async function untilInjected(file: string, mostTries = 3000): Promise<readonly SyncCall[]> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const calls = syncCalls(file)
    if (calls.some(({ injected }) => injected)) return calls
    await pause(20)
  }
  throw new Error(`the fault never fired; ${syncCalls(file).length} calls waited for the disk`)
}
