import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PortHolder } from './holder.ts'
import { linuxHolder, systemProcFiles } from './linux-port-holder.ts'

/** Runs one of the system's own tools. @throws when there is none, or it fails, as `lsof` does that finds nothing */
type RunTool = (command: string, args: readonly string[]) => Promise<string>

/**
 * Who listens on a TCP port of this machine, as far as the system tells this user: another user's programs most do not.
 * @returns undefined where it is not known
 */
export async function portHolder(
  port: number,
  platform: NodeJS.Platform = process.platform,
  run: RunTool = runTool,
): Promise<PortHolder | undefined> {
  try {
    if (platform === 'linux') return await linuxHolder(port, systemProcFiles)
    if (platform === 'darwin') return holderInLsof(await run('/usr/sbin/lsof', lsofArguments(port)))
    if (platform !== 'win32') return undefined
    const pid = listenerInNetstat(await run('netstat.exe', ['-ano', '-p', 'TCP']), port)
    const pid6 = pid ?? listenerInNetstat(await run('netstat.exe', ['-ano', '-p', 'TCPv6']), port)
    if (pid6 === undefined) return undefined
    const program = programInTasklist(await run('tasklist.exe', ['/FI', `PID eq ${pid6}`, '/FO', 'CSV', '/NH']), pid6)
    return program === undefined ? undefined : { program, pid: pid6 }
  } catch {
    return undefined
  }
}

/** Fields for programs, one a line, each begun by its letter: the process (p) and its command (c). */
function lsofArguments(port: number): readonly string[] {
  return ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']
}

/** @param output of `lsof -Fpc`, which was asked for one port's listeners */
export function holderInLsof(output: string): PortHolder | undefined {
  const pid = /^p(\d+)$/m.exec(output)?.[1]
  const program = /^c(.+)$/m.exec(output)?.[1]
  return pid === undefined || program === undefined ? undefined : { program, pid: Number(pid) }
}

/**
 * The process that listens on a port. The word for a listening socket is in Windows's language; that its other end is
 * nowhere says the same in all of them.
 * @param output of `netstat -ano`
 */
export function listenerInNetstat(output: string, port: number): number | undefined {
  for (const line of output.split(/\r?\n/)) {
    const [protocol, local = '', remote = '', ...rest] = line.trim().split(/\s+/)
    if (protocol !== 'TCP' || !local.endsWith(`:${port}`) || !/^(0\.0\.0\.0|\[::\]):0$/.test(remote)) continue
    const pid = Number(rest.at(-1))
    if (Number.isInteger(pid)) return pid
  }
  return undefined
}

/** @param output of `tasklist /FO CSV /NH`; where nothing is found, a sentence in Windows's language */
export function programInTasklist(output: string, pid: number): string | undefined {
  return new RegExp(`^"([^"]+)","${pid}",`, 'm').exec(output)?.[1]
}

async function runTool(command: string, args: readonly string[]): Promise<string> {
  // The limit is the tool's own: somebody waits for the question that this is a part of.
  const { stdout } = await promisify(execFile)(command, [...args], { timeout: 3000, windowsHide: true })
  return stdout
}
