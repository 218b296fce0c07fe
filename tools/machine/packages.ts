import { say, withProgress } from '../terminal/progress.ts'
import { mustRun, runCommand } from '../terminal/command.ts'

/** Two tests may find at once that something is missing: apt-get fails where another runs, so the second one waits. */
const alone = ['/var/lib/apt', 'apt-get'] as const

/**
 * Installs Debian packages in one go when this process may (root on a Debian system), else throws an error
 * that names the command a person with the rights would type.
 */
export async function installSystemPackages(packages: string[], purpose: string): Promise<void> {
  const names = packages.join(' ')
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && (await hasProgram('apt-get'))
  if (!mayInstall) {
    throw new Error(`${purpose} needs what this machine lacks. On Debian or Ubuntu: sudo apt-get install ${names}`)
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await withProgress(`Installing system packages for ${purpose}: ${names}`, async (note) => {
    const listed = await runCommand('flock', [...alone, 'update', '-q'], { env, timeoutMs: 180_000 })
    if (listed.code !== 0) say('  apt-get update failed; trying with the lists as they are')
    const available = await namesHere(packages)
    await mustRun('flock', [...alone, 'install', '-y', '-q', '--no-install-recommends', ...available], {
      env,
      timeoutMs: 900_000,
      onLine: (line) => note(line.trim().slice(0, 80)),
    })
  })
}

/** Newer Debian and Ubuntu releases renamed libraries on their way to 64-bit time: `libcups2` is `libcups2t64` there. */
async function namesHere(packages: string[]): Promise<string[]> {
  const renamed = await runCommand('apt-cache', ['pkgnames'])
  const known = new Set(renamed.stdout.split('\n'))
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}

/** Whether a program of that name is on the PATH. */
export async function hasProgram(name: string): Promise<boolean> {
  return (await whereIs(name)) !== undefined
}

/** The full path of a program on the PATH, or undefined. */
export async function whereIs(name: string): Promise<string | undefined> {
  const probe = process.platform === 'win32' ? 'where' : 'which'
  const found = await runCommand(probe, [name])
  return found.code === 0 ? found.stdout.trim().split('\n')[0] : undefined
}
