import { join } from 'node:path'

/** Where the built parts of the application lie, from the folder of the built main program (`out/main`). */
export interface BuiltPlaces {
  readonly preload: string
  readonly consoleDir: string
  readonly kioskDir: string
}

export function builtPlaces(mainDir: string): BuiltPlaces {
  const out = join(mainDir, '..')
  return {
    preload: join(out, 'preload', 'preload.cjs'),
    consoleDir: join(out, 'renderer'),
    kioskDir: join(out, 'kiosk'),
  }
}

/**
 * Where Electron keeps the window's own files. With a data folder named from outside they go below it, so that each data folder is an
 * installation of its own: the lock that lets only one Kerbside run is held there too, and guards the folder it is about.
 */
export function desktopFolder(dataDirSetting: string | undefined, standardFolder: string): string {
  return dataDirSetting === undefined || dataDirSetting === '' ? standardFolder : join(dataDirSetting, 'desktop')
}
