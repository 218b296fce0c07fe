import { join } from 'node:path'

/** Where the built parts of the application lie, from the folder of the built main program (`out/main`). */
export interface BuiltPlaces {
  readonly preload: string
  readonly consoleDir: string
  readonly kioskDir: string
  readonly fontsDir: string
  readonly storeWorker: string
}

export function builtPlaces(mainDir: string): BuiltPlaces {
  const out = join(mainDir, '..')
  return {
    preload: join(out, 'preload', 'preload.cjs'),
    consoleDir: join(out, 'renderer'),
    kioskDir: join(out, 'kiosk'),
    fontsDir: join(out, 'fonts'),
    storeWorker: join(out, 'worker', 'store-worker.js'),
  }
}

/**
 * Where Electron keeps the window's own files. The lock that lets only one Kerbside run is held there too; so each data folder that is
 * named from outside has a place of its own, and the demo site another than the real one.
 */
export function desktopFolder(env: Readonly<Record<string, string | undefined>>, standardFolder: string): string {
  const dataDir = env['KERBSIDE_DATA_DIR']
  if (dataDir) return join(dataDir, 'desktop')
  return env['KERBSIDE_DEMO'] === '1' ? `${standardFolder}-demo` : standardFolder
}
