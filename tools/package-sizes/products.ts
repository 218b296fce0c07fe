import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { listArchive } from '../package/archive.ts'
import { bytesUnder } from '../machine/disk.ts'
import { projectRoot } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import type { PackedFile } from './parts.ts'

const dist = join(projectRoot, 'dist')

/** What lies in `dist/` for somebody to install: a file, and its bytes. */
export function productFiles(): readonly PackedFile[] {
  return [dist, join(dist, 'for-tests')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => ({ name, bytes: statSync(join(folder, name)).size })))
    .filter(({ name }) => /\.(AppImage|deb|rpm|exe|dmg|tar\.gz)$/.test(name))
}

/** The unpacked application: the runtime's bytes and version, and Kerbside's own files. Undefined where none was made. */
export function unpackedApplication():
  { readonly electron: string; readonly runtimeBytes: number; readonly files: readonly PackedFile[] } | undefined {
  const name = existsSync(dist) ? readdirSync(dist).find((one) => one.endsWith('-unpacked')) : undefined
  if (name === undefined) return undefined
  const folder = join(dist, name)
  const resources = join(folder, 'resources')
  const beside = filesUnder(resources).filter((file) => !/^app\.asar(\.unpacked\/.*)?$/.test(file.name))
  return {
    electron: readFileSync(join(folder, 'version'), 'utf8').trim(),
    runtimeBytes: bytesUnder(folder) - bytesUnder(resources),
    files: [...listArchive(join(resources, 'app.asar')), ...beside],
  }
}

/** The files of the server's package, unpacked. Undefined where none was made. */
export async function serverFiles(): Promise<readonly PackedFile[] | undefined> {
  const archive = productFiles().find(({ name }) => /^kerbside-server-.*\.tar\.gz$/.test(name))
  if (archive === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-sizes-'))
  try {
    await mustRun('tar', ['-xzf', join(dist, archive.name), '-C', folder])
    return filesUnder(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function filesUnder(folder: string): PackedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: relative(folder, file).split(sep).join('/'), bytes: statSync(file).size }))
}
