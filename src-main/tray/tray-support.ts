import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Ways to ask the session's message bus whether something shows tray icons, as the tools that desktops have. */
export const trayProbes: readonly (readonly [command: string, ...args: string[]])[] = [
  [
    'gdbus',
    ...['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'],
    ...['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'],
  ],
  [
    'dbus-send',
    ...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
    ...['org.freedesktop.DBus.NameHasOwner', 'string:org.kde.StatusNotifierWatcher'],
  ],
]

/** Reads a probe's answer: `(true,)` of gdbus, `boolean true` of dbus-send. */
export function saysYes(answer: string): boolean {
  return /\btrue\b/.test(answer)
}

export type RunProbe = (command: string, args: readonly string[]) => Promise<string>

/**
 * Whether a tray icon would be seen. Windows and macOS always show one. On Linux Electron cannot tell, and a window hidden for a tray that
 * is not there would be lost; so the bus is asked, and silence counts as no.
 */
export async function hasTray(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  run: RunProbe = runProbe,
): Promise<boolean> {
  if (platform !== 'linux') return true
  if (!env['DBUS_SESSION_BUS_ADDRESS'] && !env['XDG_RUNTIME_DIR']) return false
  for (const [command, ...args] of trayProbes) {
    const answer = await run(command, args).catch(() => undefined)
    if (answer !== undefined) return saysYes(answer)
  }
  return false
}

async function runProbe(command: string, args: readonly string[]): Promise<string> {
  // The limit is the child's own: a bus that never answers must not keep the tray waiting for ever.
  const { stdout } = await promisify(execFile)(command, [...args], { timeout: 2000 })
  return stdout
}
