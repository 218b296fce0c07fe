import { join } from 'node:path'

import { ensureBuilt } from '../build/ensure-built.ts'
import { findOfficialElectron, findTestElectron, type ElectronRuntime } from '../electron-runtime/index.ts'
import { projectRoot } from '../places.ts'
import { compileAhead } from './compile-ahead.ts'
import { writeSbom } from './sbom.ts'

/** The Electron to package with: for users the official one or none. */
export async function electronFor({ forTests }: { forTests: boolean }): Promise<ElectronRuntime> {
  if (forTests) return findTestElectron()
  try {
    return await findOfficialElectron()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `No package: the official Electron cannot be had (${reason}). For a package that is only for tests: npm run package -- --test-runtime`,
      { cause: error },
    )
  }
}

/** Builds everything that goes into a package, in `out/`. */
export async function prepareApplication(electron: ElectronRuntime): Promise<void> {
  await ensureBuilt()
  await compileAhead(electron)
  await writeSbom(join(projectRoot, 'out', 'kerbside.cdx.json'), electron.version)
}
