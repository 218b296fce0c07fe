import { spawn, type ChildProcess } from 'node:child_process'

import { projectRoot } from '../places.ts'

export interface CommandOptions {
  cwd?: string
  /** Added to the tool's own environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** Ended after this long, whatever it does. */
  timeoutMs?: number
  /** Ended when the command printed nothing and `progress` did not grow for this long. */
  stallMs?: number
  /** A number that grows while the command gets on, such as bytes downloaded. */
  progress?: () => number
  /** `inherit` shows the output as it comes; the default collects it. */
  output?: 'collect' | 'inherit'
  onLine?: (line: string) => void
}

export interface CommandResult {
  /** The exit code, or null when it did not start or was ended by a signal. */
  code: number | null
  /** Standard output and standard error, in the order they came. Empty with `output: 'inherit'`. */
  output: string
  stdout: string
  /** Why it was ended early, or why it did not start; undefined when it ran to its end. */
  cutShort?: string
}

/** Runs a program to its end and never throws: the caller decides what a failure means. */
export function runCommand(command: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: mergedEnvironment(options.env),
      // A group of its own, so that ending it ends what it started too.
      detached: process.platform !== 'win32',
      stdio: options.output === 'inherit' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    })
    const forget = endWithThisProcess(child)
    const result: CommandResult = { code: null, output: '', stdout: '' }
    let lastSign = performance.now()
    const take = (stream: 'stdout' | 'stderr') => (chunk: string) => {
      lastSign = performance.now()
      result.output += chunk
      if (stream === 'stdout') result.stdout += chunk
      if (options.onLine) for (const line of chunk.split('\n')) if (line.trim()) options.onLine(line)
    }
    child.stdout?.setEncoding('utf8').on('data', take('stdout'))
    child.stderr?.setEncoding('utf8').on('data', take('stderr'))

    const stopWatching = watch(
      options,
      () => lastSign,
      (reason) => {
        result.cutShort = reason
        endGroup(child)
      },
    )
    child.once('error', (error) => {
      stopWatching()
      forget()
      resolve({ ...result, cutShort: error.message })
    })
    child.once('close', (code) => {
      stopWatching()
      forget()
      resolve({ ...result, code })
    })
  })
}

/** As `runCommand`, but a failure throws an error that carries the end of what the command printed. */
export async function mustRun(command: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> {
  const result = await runCommand(command, args, options)
  if (result.code === 0) return result
  const reason = result.cutShort ?? `exit code ${result.code}`
  const tail = result.output.trim().split('\n').slice(-25).join('\n')
  throw new Error(`${[command, ...args].join(' ')}: ${reason}${tail ? `\n${tail}` : ''}`)
}

function watch(options: CommandOptions, lastSign: () => number, end: (reason: string) => void): () => void {
  const started = performance.now()
  let mark = options.progress?.() ?? 0
  let markedAt = started
  const timer = setInterval(() => {
    const now = performance.now()
    const current = options.progress?.() ?? 0
    if (current !== mark) [mark, markedAt] = [current, now]
    const quietSince = Math.max(lastSign(), markedAt)
    if (options.timeoutMs !== undefined && now - started > options.timeoutMs) {
      end(`not done after ${Math.round(options.timeoutMs / 1000)} s`)
    } else if (options.stallMs !== undefined && now - quietSince > options.stallMs) {
      end(`no progress for ${Math.round(options.stallMs / 1000)} s`)
    }
  }, 500)
  return () => clearInterval(timer)
}

function mergedEnvironment(extra: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...extra }
  for (const [name, value] of Object.entries(extra)) if (value === undefined) delete env[name]
  return env
}

/** Being in groups of their own, children hear no Ctrl-C: they are ended when this process is told to end. */
function endWithThisProcess(child: ChildProcess): () => void {
  const endings = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const end = () => {
      endGroup(child)
      process.exit(1)
    }
    process.once(signal, end)
    return { signal, end }
  })
  return () => endings.forEach(({ signal, end }) => process.removeListener(signal, end))
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
