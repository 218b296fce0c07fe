import { existsSync, readFileSync } from 'node:fs'

/** Why a window could not be seen here, in one phrase. */
export function displayObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return undefined
  return 'there is no display'
}

/** The console's window is always sandboxed, so where the sandbox cannot work there is no window. */
export function sandboxObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (process.getuid?.() === 0) return 'Electron does not run sandboxed as root'
  const forbidden =
    kernelSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  return forbidden ? 'this system denies the sandbox to programs that are not installed' : undefined
}

function kernelSetting(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
