import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { fillGaps, gaps, type Lockfile } from '../../../tools/lockfile/platform-packages.ts'
import { projectRoot } from '../../../tools/places.ts'

function lockWith(optionalDependencies: Record<string, string>): Lockfile {
  return { packages: { 'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies } } }
}

describe('the lockfile', () => {
  it('names every optional package, so that npm ci accepts it', () => {
    expect(gaps(JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Lockfile)).toEqual([])
  })

  it('is found wanting when another platform’s binary is left out', () => {
    const lock = lockWith({ '@tool/linux-x64-musl': '1.2.3' })
    expect(gaps(lock)).toEqual([{ name: '@tool/linux-x64-musl', version: '1.2.3', wantedBy: 'node_modules/tool' }])
  })

  it('is completed with an entry that only that platform installs', () => {
    const lock = lockWith({ '@tool/linux-x64-musl': '1.2.3', 'tool-win32-arm64': '1.2.3' })
    expect(fillGaps(lock)).toEqual([])
    expect(lock.packages['node_modules/@tool/linux-x64-musl']).toMatchObject({
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    })
    expect(lock.packages['node_modules/tool-win32-arm64']).toMatchObject({
      os: ['win32'],
      cpu: ['arm64'],
      optional: true,
    })
    expect(gaps(lock)).toEqual([])
  })

  it('is left alone where the package is no platform’s or its version is a range', () => {
    expect(fillGaps(lockWith({ fsevents: '2.3.3' }))).toHaveLength(1)
    expect(fillGaps(lockWith({ '@tool/darwin-x64': '^1.2.3' }))).toHaveLength(1)
  })

  it('finds a package in any folder above the one that asks, as Node does', () => {
    const lock: Lockfile = {
      packages: {
        'node_modules/a/node_modules/@b/c': { optionalDependencies: { d: '1.0.0', e: '1.0.0', f: '1.0.0' } },
        'node_modules/a/node_modules/d': {},
        'node_modules/e': {},
      },
    }
    expect(gaps(lock).map((gap) => gap.name)).toEqual(['f'])
  })
})
