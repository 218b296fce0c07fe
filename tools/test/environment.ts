import { findChromium } from '../browser/chromium.ts'
import { describeElectron } from '../electron-runtime/index.ts'
import { ensureDesktopLibraries } from '../electron-runtime/system-libraries.ts'
import { packageApplication } from '../package/unpacked.ts'

/** What a Playwright run is told through its environment, and what the closing report says about it. */
export interface TestEnvironment {
  env: Record<string, string | undefined>
  ranOn: string
}

/** For the kiosk and console tests: a Chromium that starts. `E2E_CHROMIUM` is its path, unset for Playwright's own. */
export async function browserEnvironment(): Promise<TestEnvironment> {
  const browser = await findChromium()
  return {
    env: { E2E_CHROMIUM: browser.executablePath },
    ranOn: `Chromium ${browser.version} (${browser.executablePath ? 'the system’s' : 'Playwright’s own'})`,
  }
}

/**
 * For the desktop tests: the packaged application.
 * - `E2E_PACKAGE`: its executable
 * - `E2E_ELECTRON`: the plain Electron, to start the development tree with
 * - `KERBSIDE_SQLITE_BINDING`: set only where that Electron needs a better-sqlite3 of its own
 */
export async function desktopEnvironment(): Promise<TestEnvironment> {
  const application = await packageApplication({ forTests: true })
  await ensureDesktopLibraries(application.executablePath)
  return {
    env: {
      E2E_PACKAGE: application.executablePath,
      E2E_ELECTRON: application.electron.executablePath,
      KERBSIDE_SQLITE_BINDING: application.electron.sqliteBinding,
    },
    ranOn: `${describeElectron(application.electron)}, as an unpacked package`,
  }
}
