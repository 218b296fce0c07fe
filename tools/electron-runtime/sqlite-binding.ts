import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { hasProgram, installSystemPackages } from '../machine/packages.ts'
import { sharedCache } from '../places.ts'
import { mustRun } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'

/** The flavour of Node-API that the binary is compiled for; part of its name in the cache. */
const FLAVOUR = 'napi-experimental'

/** better-sqlite3's prebuilt binaries need Node-API 10, which Electron has from version 35 on. */
export function needsOwnSqliteBinding(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) < 35
}

/**
 * better-sqlite3 compiled from its own source for an Electron older than 35, kept in the shared cache (about a minute the first time).
 * Compiled by the C compilers directly rather than by node-gyp: the two files need nothing of Node but the Node-API headers,
 * which come as a package, so no particular Node's headers have to be on the machine.
 */
export async function sqliteBinding(electronExecutable: string): Promise<string> {
  const source = packageFile('better-sqlite3')
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = join(
    sharedCache(),
    `better-sqlite3-${manifest.version}-${process.platform}-${process.arch}-${FLAVOUR}`,
  )
  const binding = join(folder, 'better_sqlite3.node')
  if (existsSync(binding)) return binding

  if (!(await hasProgram('g++'))) await installSystemPackages(['g++'], 'compiling better-sqlite3')
  mkdirSync(sharedCache(), { recursive: true })
  const workshop = mkdtempSync(join(sharedCache(), 'sqlite-building-'))
  try {
    await withProgress(`Compiling better-sqlite3 ${manifest.version} for the fallback Electron`, () =>
      compile(source, workshop),
    )
    await tryOut(electronExecutable, source, join(workshop, 'better_sqlite3.node'))
    if (!existsSync(folder)) renameSync(workshop, folder)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return binding
}

async function compile(source: string, workshop: string): Promise<void> {
  const sqlite = join(source, 'deps', 'sqlite3')
  const common = ['-fPIC', '-O2', '-DNDEBUG', `-I${sqlite}`, ...sqliteDefines(source)]
  await Promise.all([
    mustRun('gcc', [...common, '-std=c99', '-w', '-c', join(sqlite, 'sqlite3.c'), '-o', join(workshop, 'sqlite3.o')]),
    mustRun('g++', [
      ...common,
      '-std=c++20',
      '-fvisibility=hidden',
      '-fvisibility-inlines-hidden',
      // In place of the package's NAPI_VERSION=10: the same calls, under the name that Node 20 knows them by. The number is that of
      // "experimental"; the node-api-headers package, unlike Node's own headers, does not set it by itself.
      '-DNAPI_EXPERIMENTAL',
      '-DNAPI_VERSION=2147483647',
      '-include',
      fileURLToPath(new URL('post-finalizer.h', import.meta.url)),
      '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-DBUILDING_NODE_EXTENSION',
      `-I${packageFile('node-addon-api')}`,
      `-I${packageFile('node-api-headers/include')}`,
      '-c',
      join(source, 'src', 'better_sqlite3.cpp'),
      '-o',
      join(workshop, 'addon.o'),
    ]),
  ])
  const objects = [join(workshop, 'addon.o'), join(workshop, 'sqlite3.o')]
  const link = ['-shared', ...objects, '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-o']
  await mustRun('g++', [...link, join(workshop, 'better_sqlite3.node')])
  for (const object of objects) rmSync(object)
}

/** A binary that does not load ends the process that loads it, so a process of its own finds out, before the binary is kept. */
async function tryOut(electronExecutable: string, source: string, binding: string): Promise<void> {
  // Left open on purpose: what goes wrong with a wrong flavour goes wrong when the garbage collector frees it.
  const script = `new (require(${JSON.stringify(source)}))(':memory:', { nativeBinding: ${JSON.stringify(binding)} }).exec('SELECT 1')`
  await mustRun(electronExecutable, ['-e', script], { env: { ELECTRON_RUN_AS_NODE: '1' }, timeoutMs: 30_000 })
}

/** The package's own list of SQLite options, so that the compiled binary behaves as the prebuilt one does. */
function sqliteDefines(source: string): string[] {
  const list = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...list.matchAll(/^\s+'([A-Z_0-9]+(?:=-?\w+)?)',$/gm)].map((match) => `-D${match[1]}`)
  if (defines.length === 0)
    throw new Error('better-sqlite3/deps/defines.gypi is not as expected: no SQLite options in it')
  return defines
}
