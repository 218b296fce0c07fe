import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { TimeSource } from './clock.ts'

/** The one place that reads the machine's clocks. */

function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

function firstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1').split('\n', 1)[0]
  } catch {
    return undefined
  }
}

/** Linux: seconds since boot, sleep included, to 10 ms. Read from the file, which no preloaded library bends. */
function linuxBootMs(): number | undefined {
  const seconds = Number.parseFloat(firstLine('/proc/uptime') ?? '')
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

function printed(command: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', timeout: 2000, stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** Windows counts its starts in the registry; the number of this one tells it from the others. */
function windowsBootId(): string | undefined {
  const key = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters`
  return /BootId\s+REG_DWORD\s+(0x[0-9a-f]+)/i.exec(printed('reg', 'query', key, '/v', 'BootId') ?? '')?.[1]
}

interface BootClock {
  readonly bootMs: () => number | undefined
  readonly bootId: () => string | undefined
}

/** What each platform has; where one has nothing that can be trusted, the guard does without and says so. */
function bootClockOf(platform: NodeJS.Platform): BootClock {
  switch (platform) {
    case 'linux':
      return { bootMs: linuxBootMs, bootId: () => firstLine('/proc/sys/kernel/random/boot_id') }
    case 'darwin':
      // mach_continuous_time (libuv): since the boot, sleep included. uptime() is the wall clock's, in whole seconds.
      return { bootMs: monotonicMs, bootId: () => printed('/usr/sbin/sysctl', '-n', 'kern.bootsessionuuid') }
    case 'win32':
      // GetTickCount64: counts sleep, and nobody can set it.
      return { bootMs: () => uptime() * 1000, bootId: windowsBootId }
    default:
      return { bootMs: () => undefined, bootId: () => undefined }
  }
}

const boot = bootClockOf(process.platform)
let bootId: { readonly value: string | undefined } | undefined

export const systemTimeSource: TimeSource = {
  wallMs: () => Date.now(),
  monotonicMs,
  bootMs: boot.bootMs,
  // It cannot change while this process lives.
  bootId: () => (bootId ??= { value: boot.bootId() || undefined }).value,
}
