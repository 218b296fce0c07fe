import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { NoUpdates } from '../../src-shared/desktop/updates.ts'

/** What tells how Kerbside came onto this computer. */
export interface InstallationFacts {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The file that an AppImage was started from. */
  readonly appImage: string | undefined
  readonly executable: string
  /** What electron-builder lays beside an installation that can update itself; undefined where it did not. */
  readonly updateConfiguration: string | undefined
  /** Whether the program may put another file in the place of this one. */
  canReplace(file: string): boolean
}

/** Why this installation cannot update itself; undefined where it can. */
export function installationObstacle(facts: InstallationFacts): NoUpdates | undefined {
  const { platform, isPackaged, appImage, executable, updateConfiguration, canReplace } = facts
  if (!isPackaged) return 'not_installed'
  switch (platform) {
    case 'linux':
      // A deb or an rpm, as far as it is none of the other forms: whoever installed it updates it.
      if (appImage === undefined || appImage === '') return 'package_manager'
      return canReplace(appImage) ? configured(updateConfiguration) : 'read_only'
    case 'win32':
      if (updateConfiguration === undefined) return 'not_installed'
      return /^publisherName:/m.test(updateConfiguration) ? undefined : 'unsigned'
    case 'darwin':
      // Started from the disk image, or from where macOS puts what it does not trust yet.
      if (executable.startsWith('/Volumes/') || executable.includes('/AppTranslocation/')) return 'read_only'
      return configured(updateConfiguration)
    default:
      return 'not_installed'
  }
}

function configured(updateConfiguration: string | undefined): NoUpdates | undefined {
  return updateConfiguration === undefined ? 'not_installed' : undefined
}

/** @param resources the folder of the package's resources */
export function installationFacts(isPackaged: boolean, resources: string): InstallationFacts {
  const file = join(resources, 'app-update.yml')
  return {
    platform: process.platform,
    isPackaged,
    appImage: process.env['APPIMAGE'],
    executable: process.execPath,
    updateConfiguration: isPackaged && existsSync(file) ? readFileSync(file, 'utf8') : undefined,
    canReplace: (path) => mayWrite(path) && mayWrite(dirname(path)),
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
