import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { ensureBuilt } from '../build/ensure-built.ts'
import {
  describeElectron,
  findOfficialElectron,
  findTestElectron,
  type ElectronRuntime,
} from '../electron-runtime/index.ts'
import { bytesUnder, megabytes } from '../machine/disk.ts'
import { projectRoot } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { say, withProgress } from '../terminal/progress.ts'
import { compileAhead } from './compile-ahead.ts'
import { writeSbom } from './sbom.ts'
import { decidedFuses, wrongFuses } from './fuses.ts'

interface PackageOptions {
  /** Allows the fallback Electron, and leaves the inspector on, through which Playwright drives the application. Never for users. */
  forTests: boolean
}

export interface UnpackedApplication {
  executablePath: string
  folder: string
  electron: ElectronRuntime
}

/** Makes the unpacked application in `dist/` with electron-builder, and says what it weighs. */
export async function packageApplication(options: PackageOptions): Promise<UnpackedApplication> {
  const electron = await electronFor(options)
  await ensureBuilt()
  await compileAhead(electron)
  await writeSbom(join(projectRoot, 'out', 'kerbside.cdx.json'), electron.version)
  const folder = join(projectRoot, 'dist', unpackedFolder())
  rmSync(folder, { recursive: true, force: true })
  const args = ['--dir', '--config', 'electron.builder.yml', '--publish', 'never', ...overrides(electron, options)]
  await withProgress(`Packaging with ${describeElectron(electron)}`, () =>
    mustRun(process.execPath, [packageFile('electron-builder/cli.js'), ...args], {
      // electron-builder would look for a newer version of itself.
      env: { NO_UPDATE_NOTIFIER: '1' },
    }),
  )
  // The fallback carries its default app as a folder, which electron-builder does not know to leave out.
  if (electron.flavour === 'fallback') rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true })
  const executablePath = join(folder, executable())
  const wrong = await wrongFuses(executablePath, decidedFuses(options.forTests))
  if (wrong.length > 0) throw new Error(`The package's fuses are not what they should be: ${wrong.join('; ')}`)
  report(folder, options)
  return { executablePath, folder, electron }
}

async function electronFor(options: PackageOptions): Promise<ElectronRuntime> {
  if (options.forTests) return findTestElectron()
  try {
    return await findOfficialElectron()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `No package: the official Electron cannot be had (${reason}). For a package that is only for tests: npm run package -- --test-runtime`,
      { cause: error },
    )
  }
}

function overrides(electron: ElectronRuntime, options: PackageOptions): string[] {
  const runtime = [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`]
  return options.forTests ? [...runtime, '-c.electronFuses.enableNodeCliInspectArguments=true'] : runtime
}

function report(folder: string, options: PackageOptions): void {
  const whole = bytesUnder(folder)
  const ours =
    bytesUnder(join(resources(folder), 'app.asar')) + bytesUnder(join(resources(folder), 'app.asar.unpacked'))
  say(`  ${folder.slice(projectRoot.length + 1)}: ${megabytes(whole)}, of which Kerbside itself ${megabytes(ours)}`)
  if (options.forTests) say('  This package is for tests only: its inspector is on.')
}

function resources(folder: string): string {
  return process.platform === 'darwin'
    ? join(folder, 'Kerbside.app', 'Contents', 'Resources')
    : join(folder, 'resources')
}

/** electron-builder's own names for the unpacked folder. */
function unpackedFolder(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') return `mac${arch}`
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`
}

function executable(): string {
  if (process.platform === 'darwin') return 'Kerbside.app/Contents/MacOS/Kerbside'
  return process.platform === 'win32' ? 'Kerbside.exe' : 'kerbside'
}
