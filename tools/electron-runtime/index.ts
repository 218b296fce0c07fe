import { say } from '../terminal/progress.ts'
import { fallbackElectron } from './fallback.ts'
import { officialElectron } from './official.ts'
import { needsOwnSqliteBinding, sqliteBinding } from './sqlite-binding.ts'

/** An Electron that can be started, and what must be known to start it. */
export interface ElectronRuntime {
  executablePath: string
  /** The folder that holds it all, as electron-builder's `electronDist` wants it. */
  distPath: string
  version: string
  /** `fallback` is a genuine but older Electron, for tests on a machine that cannot reach Electron's releases. */
  flavour: 'official' | 'fallback'
  /** For `KERBSIDE_SQLITE_BINDING`; undefined when better-sqlite3's own prebuilt binary serves. */
  sqliteBinding?: string
}

/** The Electron that package.json pins, fetched when need be. Throws when it cannot be had, saying why. */
export async function findOfficialElectron(): Promise<ElectronRuntime> {
  return withBinding({ ...(await officialElectron()), flavour: 'official' })
}

/** The official Electron when it can be had, else the fallback. For tests and development: users get the official one or none. */
export async function findTestElectron(): Promise<ElectronRuntime> {
  try {
    return await findOfficialElectron()
  } catch (error) {
    say(`  The official Electron cannot be had (${firstLine(error)}); the fallback runtime is used.`)
    return withBinding({ ...(await fallbackElectron()), flavour: 'fallback' })
  }
}

/** One line for reports: which Electron, and which kind. */
export function describeElectron(runtime: ElectronRuntime): string {
  return `Electron ${runtime.version} (${runtime.flavour === 'official' ? 'official' : 'fallback runtime for tests'})`
}

async function withBinding(runtime: ElectronRuntime): Promise<ElectronRuntime> {
  if (!needsOwnSqliteBinding(runtime.version)) return runtime
  return { ...runtime, sqliteBinding: await sqliteBinding(runtime.executablePath) }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
