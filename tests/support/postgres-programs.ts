import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installSystemPackages, whereIs } from '../../tools/machine/packages.ts'
import { runCommand } from '../../tools/terminal/command.ts'

/** Where Debian, PostgreSQL's own packages for Fedora, a local build and Homebrew keep it. */
const places = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/usr/local/pgsql/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]
const programs = ['initdb', 'postgres', 'psql']

export type Postgres = { readonly folder: string; readonly obstacle?: undefined } | { readonly obstacle: string }

/** The folder with PostgreSQL's programs, or why none can be had here. Installs it where that is possible. */
export async function findPostgres(): Promise<Postgres> {
  if (process.platform === 'win32')
    return { obstacle: 'PostgreSQL is stopped and killed by signals, which Windows lacks' }
  try {
    if ((await installed()) === undefined) await installWithoutCluster()
  } catch (error) {
    return { obstacle: error instanceof Error ? error.message : String(error) }
  }
  const folder = await installed()
  if (folder === undefined) return { obstacle: `${programs.join(', ')} are not where they were installed` }
  const asked = await runCommand(join(folder, 'postgres'), ['--version'])
  return asked.code === 0 ? { folder } : { obstacle: `PostgreSQL does not run here: ${asked.output.trim()}` }
}

/** The programs on the PATH, else the newest elsewhere: a client alone is not enough. */
async function installed(): Promise<string | undefined> {
  const onPath = await whereIs('initdb')
  const elsewhere = globSync(places).sort((a, b) => versionIn(b) - versionIn(a))
  const folders = [...(onPath === undefined ? [] : [dirname(onPath)]), ...elsewhere]
  return folders.find((folder) => programs.every((program) => existsSync(join(folder, program))))
}

function versionIn(folder: string): number {
  return Number(/\d+/.exec(folder)?.[0] ?? 0)
}

/** Debian's package would set up a cluster and have it run from then on; its own configuration tells it not to. */
async function installWithoutCluster(): Promise<void> {
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = join(folder, `kerbside-tests-${process.pid}.conf`)
  const mayWrite = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (mayWrite) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, 'create_main_cluster = false\n')
  }
  try {
    await installSystemPackages(['postgresql'], 'The test of a store in PostgreSQL')
  } finally {
    if (mayWrite) rmSync(file, { force: true })
  }
}
