import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../tools/check/advisories.ts'
import { weakEntries } from '../../../tools/lockfile/weak-entries.ts'
import type { LockEntry, Lockfile } from '../../../tools/lockfile/platform-packages.ts'
import { makeSbom } from '../../../tools/package/sbom.ts'
import { projectRoot } from '../../../tools/places.ts'

const read = (name: string) => JSON.parse(readFileSync(join(projectRoot, name), 'utf8')) as unknown
const lock = read('package-lock.json') as Lockfile
const integrity = `sha512-${'A'.repeat(86)}==`

describe('the lockfile', () => {
  it('says of each package exactly what it is, and takes none from elsewhere', () => {
    expect(weakEntries(lock)).toEqual([])
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  })

  it.each<[string, string, LockEntry]>([
    ['without a digest', 'has no integrity', { version: '1.0.0' }],
    ['with a weak one', 'has the integrity sha1-abc', { version: '1.0.0', integrity: 'sha1-abc' }],
    ['from an address', 'comes from http', { version: '1.0.0', integrity, resolved: 'http://mirror.example/a.tgz' }],
    ['from a repository', 'is no version', { version: 'git+ssh://git@example/a.git', integrity }],
    ['that is a folder', 'is a folder', { version: '1.0.0', link: true }],
    [
      'that is shipped and for another platform',
      'has no integrity',
      { version: '1.0.0', optional: true, cpu: ['x64'] },
    ],
  ])('is refused with a package %s', (_what, words, entry) => {
    const [fault] = weakEntries({ packages: { '': {}, 'node_modules/a': entry } })
    expect(fault).toContain(`node_modules/a ${words}`)
  })
})

describe('the advisories', () => {
  const audit = (severity: string) => ({
    stdout: JSON.stringify({ vulnerabilities: { ws: { severity, range: '<9', via: [] } }, metadata: {} }),
  })

  it('fail for what is serious, and name it', () => {
    expect(verdictOf(audit('high'))).toEqual({ problems: ['ws <9: high'] })
    expect(verdictOf(audit('low'))).toEqual({ problems: [] })
  })

  it('are skipped, with the reason, where the registry gives none', () => {
    const message = '405 Method Not Allowed - POST https://registry.example/bulk'
    expect(verdictOf({ stdout: JSON.stringify({ message }) })).toEqual({
      skipped: 'the registry gives no advisories here: 405 Method Not Allowed',
    })
    expect(verdictOf({ stdout: '', cutShort: 'took too long' })).toEqual({
      skipped: 'the registry gives no advisories here: took too long',
    })
  })
})

describe('the list of what is in the package', () => {
  it('has every production dependency with its digest and licence, the runtime, and no tool', async () => {
    const { components, metadata } = await makeSbom('45.4.1')
    const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>
    const names = new Set(components.map(({ name }) => name))
    expect(Object.keys(dependencies ?? {}).filter((name) => !names.has(name))).toEqual([])
    expect(Object.keys(devDependencies ?? {}).filter((name) => names.has(name))).toEqual(['electron'])
    const bare = components.filter((one) => !('hashes' in one) || !('licenses' in one)).map(({ name }) => name)
    expect(bare.filter((name) => name !== 'electron' && name !== 'png-js')).toEqual([])
    expect(metadata.component).toMatchObject({ name: 'kerbside', version: '0.1.0' })
    const ofServer = (await makeSbom()).components.map(({ name }) => name)
    expect(new Set([...ofServer, 'electron'])).toEqual(names)
    expect(ofServer).not.toContain('electron')
  }, 60_000)
})
