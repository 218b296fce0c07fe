import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describeElectron, type ElectronRuntime } from '../electron-runtime/index.ts'
import { megabytes } from '../machine/disk.ts'
import { projectRoot } from '../places.ts'
import { say, withProgress } from '../terminal/progress.ts'
import { electronFor, prepareApplication } from './application.ts'
import { runElectronBuilder } from './electron-builder.ts'
import { feedArguments } from './feed.ts'
import { debMakerHere } from './deb/deb-maker.ts'
import type { Order } from './order.ts'
import { releaseNotesArguments } from './release-notes.ts'
import { signingWords } from './signing.ts'
import { checkUnpacked, packUnpacked, type UnpackedApplication } from './unpacked.ts'

/** What marks a file that nobody is to install who wants to work with it. */
const forTestsName = '${name}-FOR-TESTS-ONLY-${version}-${arch}.${ext}'

type ProductOrder = Order & { readonly targets: NonNullable<Order['targets']> }

/** Makes what users install, and says what was made, how big it is, and whether it is signed. @returns the files */
export async function makeProducts(order: ProductOrder): Promise<readonly string[]> {
  const { targets, forTests } = order
  const electron = await electronFor(order)
  await prepareApplication(electron)
  const made = forTests ? await makeForTests(order, electron) : await makeForUsers(order, electron)
  for (const file of made) say(`  ${file.slice(projectRoot.length + 1)}: ${megabytes(statSync(file).size)}`)
  if (forTests) say('  FOR TESTS ONLY: its inspector is on, and its Electron may be an old one. Never hand it out.')
  say(`  ${signingWords(targets.system, process.env)}`)
  return made
}

async function makeForUsers({ targets, architectures }: ProductOrder, electron: ElectronRuntime): Promise<string[]> {
  const folder = join(projectRoot, 'dist')
  const before = productsIn(folder)
  for (const file of before) rmSync(file)
  // The Electron that was found is this machine's; for another processor electron-builder fetches its own, and checks its sum.
  const own = architectures.every((arch) => arch === process.arch) ? [`-c.electronDist=${electron.distPath}`] : []
  const args = [
    `--${targets.system}`,
    ...targets.kinds,
    ...architectures.map((arch) => `--${arch}`),
    ...own,
    `-c.electronVersion=${electron.version}`,
    ...feedArguments(process.env),
    ...releaseNotesArguments(),
  ]
  await withProgress(`Making ${targets.kinds.join(', ')} with ${describeElectron(electron)}`, (note) =>
    runElectronBuilder(args, note),
  )
  // What was packed for other processors is the same program, with the same configuration.
  if (architectures.some((arch) => arch === process.arch)) await checkUnpacked({ forTests: false })
  return productsIn(folder)
}

async function makeForTests(order: ProductOrder, electron: ElectronRuntime): Promise<string[]> {
  if (order.targets.system !== 'linux') throw new Error('What is only for tests is made on Linux.')
  return makeTestProducts(await packUnpacked({ forTests: true }, electron), order.targets.kinds, 'for-tests')
}

/**
 * Makes Linux products of an unpacked application for tests, into a folder of their own in `dist/`. The deb is made by electron-builder, with
 * its layout, its scripts and its dependencies; only the archive itself by `dpkg-deb` where fpm is not to be had.
 */
export async function makeTestProducts(
  { folder, electron }: Pick<UnpackedApplication, 'folder' | 'electron'>,
  kinds: readonly string[],
  name: string,
  more: readonly string[] = [],
): Promise<string[]> {
  const output = join('dist', name)
  const outputFolder = join(projectRoot, output)
  rmSync(outputFolder, { recursive: true, force: true })
  // electron-builder writes into what it is given, such as how it was installed.
  const copy = join(outputFolder, 'application')
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  const args = [
    '--linux',
    ...kinds,
    `--prepackaged=${copy}`,
    `-c.directories.output=${output}`,
    `-c.artifactName=${forTestsName}`,
    `-c.electronVersion=${electron.version}`,
    // Small enough is not what a test is after.
    '-c.deb.compression=gz',
    '-c.deb.synopsis=Kerbside FOR TESTS ONLY',
    ...releaseNotesArguments(),
    ...more,
  ]
  const env = kinds.includes('deb') ? await debMakerHere() : {}
  try {
    await withProgress(`Making ${kinds.join(', ')} for tests`, (note) => runElectronBuilder(args, note, env))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  return productsIn(outputFolder)
}

/** What electron-builder leaves for users, beside its own notes. */
function productsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /\.(AppImage|deb|rpm|exe|dmg|zip|yml|blockmap)$/.test(name))
  return names.filter((name) => !name.startsWith('builder-')).map((name) => join(folder, name))
}
