import { findChromium } from '../browser/chromium.ts'
import { describeElectron } from '../electron-runtime/index.ts'
import { ensureDesktopLibraries } from '../electron-runtime/system-libraries.ts'
import { hasProgram, installSystemPackages } from '../machine/packages.ts'
import { makeTestProducts } from '../package/products.ts'
import { packageApplication, packUnpacked, type UnpackedApplication } from '../package/unpacked.ts'
import { say } from '../terminal/progress.ts'

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
  const application = await packedOnce()
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

let packed: Promise<UnpackedApplication> | undefined

/** The packaged application, which two kinds of test look at. */
function packedOnce(): Promise<UnpackedApplication> {
  return (packed ??= packageApplication({ forTests: true }))
}

/** A version that is newer than any that this source will have. */
const NEWER = '999.0.0'

/**
 * For the package tests: the application as a deb, and once more as one that says that it is newer.
 * - `E2E_DEBS`: the two, with a colon between; or `E2E_NO_DEB`: why there are none
 * - `E2E_PACKAGE` and `KERBSIDE_SQLITE_BINDING`: as for the desktop tests
 */
export async function packageEnvironment(): Promise<TestEnvironment> {
  const { env, ranOn } = await desktopEnvironment()
  try {
    return {
      env: { ...env, E2E_DEBS: (await makeDebs()).join(':') },
      ranOn: ranOn.replace('an unpacked package', 'debs'),
    }
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    say(`  No debs: ${why}`)
    return { env: { ...env, E2E_NO_DEB: why }, ranOn: 'no debs' }
  }
}

async function makeDebs(): Promise<readonly string[]> {
  if (process.platform !== 'linux') throw new Error(`debs are made on Linux, this is ${process.platform}`)
  await ensureEntryCheckers()
  const application = await packedOnce()
  const older = await makeTestProducts(application, ['deb'], 'for-tests')
  const version = `-c.extraMetadata.version=${NEWER}`
  const newer = await packUnpacked({ forTests: true, output: 'dist/newer' }, application.electron, [version])
  const newest = await makeTestProducts(newer, ['deb'], 'for-tests-newer', [version])
  return [...older, ...newest].filter((file) => file.endsWith('.deb'))
}

/** What desktops themselves check an entry and a description with; a test says when they are not to be had. */
async function ensureEntryCheckers(): Promise<void> {
  if ((await hasProgram('desktop-file-validate')) && (await hasProgram('appstreamcli'))) return
  await installSystemPackages(['desktop-file-utils', 'appstream'], 'the package tests').catch((error: unknown) =>
    say(`  ${error instanceof Error ? error.message : String(error)}`),
  )
}
