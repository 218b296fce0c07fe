import { spawn } from 'node:child_process'

import { projectRoot } from '../places.ts'

interface ChildOptions {
  env?: Record<string, string>
  /** Sees each line that the program prints on standard output; the line is passed on all the same. */
  onLine?: (line: string) => void
}

/** Runs a program in this one's place: its output is shown, signals reach it, and its exit code is returned. */
export function runChild(command: string, args: string[], options: ChildOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['inherit', 'pipe', 'inherit'],
    })
    let partial = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      process.stdout.write(chunk)
      const lines = (partial + chunk).split('\n')
      partial = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    })
    // A terminal sends Ctrl-C to the whole group, the child included; a second one might count as "at once".
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    process.on('SIGHUP', () => child.kill('SIGHUP'))
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
