import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sharedCache } from '../places.ts'
import { mustRun, runCommand } from '../terminal/command.ts'
import { withProgress } from '../terminal/progress.ts'
import { hasProgram, whereIs } from './packages.ts'

/**
 * A program that a test needs: the one on the PATH, or Debian's, unpacked where nothing else looks and not installed: the
 * package of a server would start it on the tester's machine.
 * @param path within the Debian package, such as `usr/sbin/nginx`
 * @throws Error that says why it cannot be had
 */
export async function unpackedProgram(debianPackage: string, path: string): Promise<string> {
  const known = (await whereIs(basename(path))) ?? [`/${path}`].find(existsSync)
  if (known !== undefined) return known
  const folder = join(sharedCache(), 'debian', debianPackage)
  const program = join(folder, 'root', path)
  if (existsSync(program)) return program
  for (const tool of ['apt-get', 'dpkg-deb']) {
    if (!(await hasProgram(tool))) throw new Error(`there is no ${basename(path)} here, and no ${tool} to get it by`)
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await withProgress(`Unpacking ${basename(path)} from Debian's ${debianPackage}`, async () => {
    await download(debianPackage, folder)
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb')) ?? ''
    await mustRun('dpkg-deb', ['--extract', join(folder, archive), join(folder, 'root')])
    rmSync(join(folder, archive))
  })
  if (!existsSync(program)) throw new Error(`Debian's ${debianPackage} has no ${path}`)
  return program
}

/** A machine whose lists are empty or old is given new ones first, where this process may. */
async function download(debianPackage: string, folder: string): Promise<void> {
  const args = ['download', '-q', debianPackage]
  const options = { cwd: folder, timeoutMs: 300_000 }
  if ((await runCommand('apt-get', args, options)).code === 0) return
  if (process.getuid?.() === 0) await runCommand('apt-get', ['update', '-q'], { timeoutMs: 180_000 })
  await mustRun('apt-get', args, options)
}
