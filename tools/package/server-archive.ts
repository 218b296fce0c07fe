import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { kerbsideVersion } from '../../src-shared/version.ts'
import { ensureBuilt } from '../build/ensure-built.ts'
import { bytesUnder, megabytes } from '../machine/disk.ts'
import { projectRoot } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import { say, withProgress } from '../terminal/progress.ts'
import { writeSbom } from './sbom.ts'

/** What is copied as it is: from the project, and to where in the package. The bundles hold all packages but better-sqlite3. */
function contents(binary: string): readonly (readonly [from: string, to: string])[] {
  const sqlite = 'node_modules/better-sqlite3'
  return [
    ['deploy/server', '.'],
    ['LICENSE', 'LICENSE'],
    ...['server', 'worker', 'kiosk', 'renderer', 'fonts'].map((part) => [`out/${part}`, `lib/${part}`] as const),
    ...['package.json', 'LICENSE', 'lib', `prebuilds/${binary}`].map(
      (part) => [`${sqlite}/${part}`, `${sqlite}/${part}`] as const,
    ),
    ...['systemd', 'nginx', 'prometheus', 'grafana'].map((part) => [`deploy/${part}`, `deploy/${part}`] as const),
  ]
}

/** The processors that there is a SQLite binary for. */
const processors = ['x64', 'arm64']

/**
 * Makes the server's package without Electron in `dist/`: for Linux with the GNU C library, and this machine's processor.
 * @param asFolder as the folder `kerbside-server`, which a container's image takes as it is, and not as an archive
 * @returns its path
 */
export async function packageServer({ asFolder }: { readonly asFolder: boolean }): Promise<string> {
  if (process.platform !== 'linux' || !processors.includes(process.arch)) {
    throw new Error(`The server's package is made on Linux (${processors.join(', ')}), for such a machine.`)
  }
  await ensureBuilt()
  const target = `linux-${process.arch}`
  const name = `kerbside-server-${kerbsideVersion}-${target}`
  const dist = join(projectRoot, 'dist')
  const folder = join(dist, asFolder ? 'kerbside-server' : name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [from, to] of contents(`${target}.node`)) {
    cpSync(join(projectRoot, from), join(folder, to), { recursive: true })
  }
  writeJson(join(folder, 'package.json'), {
    name: 'kerbside-server',
    version: kerbsideVersion,
    engines: { node: '>=22' },
  })
  writeJson(join(folder, 'lib', 'package.json'), { type: 'module' })
  await writeSbom(join(folder, 'kerbside.cdx.json'))
  if (asFolder) {
    say(`  dist/kerbside-server: ${megabytes(bytesUnder(folder))}`)
    return folder
  }
  const archive = `${folder}.tar.gz`
  await withProgress(`Packing ${name}`, () => mustRun('tar', [...archiveOptions, '-czf', archive, '-C', dist, name]))
  rmSync(folder, { recursive: true })
  say(`  dist/${name}.tar.gz: ${megabytes(bytesUnder(archive))}`)
  return archive
}

/**
 * Whoever packs leaves no mark: neither their name nor their umask. The files keep their time: by it and their length the
 * server says which version of a page a browser has.
 */
const archiveOptions = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rwX,go+rX,go-w']

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`)
}
