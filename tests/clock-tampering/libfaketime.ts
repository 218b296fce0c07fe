import { globSync, writeFileSync, renameSync } from 'node:fs'
import { installSystemPackages } from '../../tools/machine/packages.ts'

/** Where Debian, Fedora and a local build keep it. */
const places = [
  '/usr/lib/*/faketime/libfaketime.so.1',
  '/usr/lib{,64}/faketime/libfaketime.so.1',
  '/usr/local/lib/faketime/libfaketime.so.1',
]

export type Faketime = { readonly library: string } | { readonly obstacle: string }

/** The library that bends the OS clock for one process; installed where that is possible. */
export async function findFaketime(): Promise<Faketime> {
  if (process.platform !== 'linux')
    return { obstacle: `libfaketime is preloaded on Linux only, this is ${process.platform}` }
  if (globSync(places).length === 0) {
    try {
      await installSystemPackages(['libfaketime'], 'The test of a tampered server clock')
    } catch (error) {
      return { obstacle: error instanceof Error ? error.message : String(error) }
    }
  }
  const [library] = globSync(places)
  return library === undefined ? { obstacle: 'libfaketime is not where it was installed' } : { library }
}

/** What makes a process believe a file about the wall clock, and nothing about the monotonic one. */
export function faketimeEnvironment(library: string, file: string): Record<string, string> {
  return {
    LD_PRELOAD: library,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
    FAKETIME_TIMESTAMP_FILE: file,
  }
}

/** Sets the wall clock of whoever believes the file. @param seconds ahead of the real one; negative is behind */
export function setWallClock(file: string, seconds: number): void {
  writeFileSync(`${file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`)
  // In one go: nobody reads half a number.
  renameSync(`${file}.new`, file)
}
