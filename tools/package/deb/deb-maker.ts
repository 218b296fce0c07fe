import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { whereIs } from '../../machine/packages.ts'
import { projectCache } from '../../places.ts'
import { say } from '../../terminal/progress.ts'

/**
 * What electron-builder is told about who makes debs for tests: the fpm of the environment or of this machine; else our own small one, which
 * takes the same arguments and leaves the archive to `dpkg-deb`. Debs for users are made by electron-builder's own fpm.
 */
export async function debMakerHere(): Promise<Record<string, string>> {
  if (process.env['CUSTOM_FPM_PATH'] || process.env['USE_SYSTEM_FPM'] === 'true') return {}
  if ((await whereIs('fpm')) !== undefined) return { USE_SYSTEM_FPM: 'true' }
  if ((await whereIs('dpkg-deb')) === undefined)
    throw new Error('No deb can be made here: neither fpm nor dpkg-deb is there.')
  say(
    '  No fpm here: the archive is made by dpkg-deb, of the files, scripts and fields that electron-builder hands to fpm.',
  )
  mkdirSync(projectCache, { recursive: true })
  const script = join(projectCache, 'fpm-by-dpkg-deb')
  const program = join(import.meta.dirname, 'make-deb.ts')
  writeFileSync(script, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })
  return { CUSTOM_FPM_PATH: script }
}
