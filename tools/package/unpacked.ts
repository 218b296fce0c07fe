import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { describeElectron, type ElectronRuntime } from '../electron-runtime/index.ts'
import { bytesUnder, megabytes } from '../machine/disk.ts'
import { projectRoot } from '../places.ts'
import { say, withProgress } from '../terminal/progress.ts'
import { electronFor, prepareApplication } from './application.ts'
import { runElectronBuilder } from './electron-builder.ts'
import { feedArguments } from './feed.ts'
import { decidedFuses, wrongFuses } from './fuses.ts'

interface PackageOptions {
  /** Allows the fallback Electron, and leaves the inspector on, through which Playwright drives the application. Never for users. */
  forTests: boolean
  /** Where electron-builder puts it, from the repository's root; `dist` without it. */
  output?: string
}

export interface UnpackedApplication {
  executablePath: string
  folder: string
  electron: ElectronRuntime
}

/** Makes the unpacked application in `dist/` with electron-builder, and says what it weighs. */
export async function packageApplication(options: PackageOptions): Promise<UnpackedApplication> {
  const electron = await electronFor(options)
  await prepareApplication(electron)
  return packUnpacked(options, electron)
}

/** Packs what is in `out/`. @param more arguments of electron-builder's, such as another version */
export async function packUnpacked(
  options: PackageOptions,
  electron: ElectronRuntime,
  more: readonly string[] = [],
): Promise<UnpackedApplication> {
  const { output = 'dist' } = options
  const folder = join(projectRoot, output, unpackedFolder())
  rmSync(folder, { recursive: true, force: true })
  const args = ['--dir', `-c.directories.output=${output}`, ...overrides(electron, options), ...more]
  await withProgress(`Packaging with ${describeElectron(electron)}`, (note) => runElectronBuilder(args, note))
  // The fallback carries its default app as a folder, which electron-builder does not know to leave out.
  if (electron.flavour === 'fallback') rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true })
  const executablePath = await checkUnpacked(options)
  report(folder, options)
  return { executablePath, folder, electron }
}

/** Reads the fuses back from what was packed for this machine. @returns its executable @throws Error when they are not as decided */
export async function checkUnpacked({ forTests, output = 'dist' }: PackageOptions): Promise<string> {
  const executablePath = join(projectRoot, output, unpackedFolder(), executable())
  const wrong = await wrongFuses(executablePath, decidedFuses(forTests))
  if (wrong.length > 0) throw new Error(`The package's fuses are not what they should be: ${wrong.join('; ')}`)
  return executablePath
}

function overrides(electron: ElectronRuntime, options: PackageOptions): string[] {
  const runtime = [`-c.electronDist=${electron.distPath}`, `-c.electronVersion=${electron.version}`]
  return options.forTests
    ? [...runtime, '-c.electronFuses.enableNodeCliInspectArguments=true']
    : [...runtime, ...feedArguments(process.env)]
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
