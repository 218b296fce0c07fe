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
  return callsIn(readFileSync(file, 'utf8'))
}

/** @param text a trace whose lines begin with their thread; a call during which another thread spoke has two of them */
export function callsIn(text: string): readonly SyncCall[] {
  const begun = new Map<string, string>()
  return text.split('\n').flatMap((line) => {
    const [, thread = '', path] =
      /^(\d+) +(?:f(?:data)?sync\(\d+<([^>]*)>|<\.\.\. f(?:data)?sync resumed>)/.exec(line) ?? []
    if (thread === '') return []
    if (line.endsWith('<unfinished ...>')) {
      begun.set(thread, path ?? '')
      return []
    }
    const failed = line.includes(' = -1 ')
    return [{ path: path ?? begun.get(thread) ?? '', failed, injected: line.includes('(INJECTED)') }]
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
