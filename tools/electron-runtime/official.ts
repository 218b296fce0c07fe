import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { bytesUnder, megabytes } from '../machine/disk.ts'
import { projectCache } from '../places.ts'
import { runCommand } from '../terminal/command.ts'
import { packageFile } from '../terminal/npm.ts'
import { withProgress } from '../terminal/progress.ts'

/** A download that moved no byte for this long is given up. */
const STALL_MS = 60_000

interface Located {
  executablePath: string
  distPath: string
  version: string
}

/**
 * The Electron of package.json. `ELECTRON_OVERRIDE_DIST_PATH` names one already on the machine; otherwise Electron's own installer
 * fetches it (it honours `ELECTRON_MIRROR`, the proxy settings, and checks sums). Throws when it cannot be had.
 */
export async function officialElectron(): Promise<Located> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const found = locate(override)
    if (!found) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${override} holds no Electron`)
    return found
  }
  const dist = packageFile('electron/dist')
  return locate(dist, pinnedVersion()) ?? (await download(dist))
}

async function download(dist: string): Promise<Located> {
  const temporary = join(projectCache, `electron-download-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  try {
    return await withProgress(`Fetching Electron ${pinnedVersion()}`, async (note) => {
      const result = await runCommand(process.execPath, [packageFile('electron/install.js')], {
        // Its downloads land in the temporary folder, where their growth shows that it is getting on.
        env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary },
        stallMs: STALL_MS,
        progress: () => {
          const bytes = bytesUnder(temporary) + bytesUnder(dist)
          note(megabytes(bytes))
          return bytes
        },
      })
      const found = locate(dist, pinnedVersion())
      if (result.code === 0 && found) return found
      throw new Error(result.cutShort ?? reasonIn(result.output))
    })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function locate(dist: string, wanted?: string): Located | undefined {
  const executablePath = join(dist, executableName())
  const versionFile = join(dist, 'version')
  if (!existsSync(executablePath) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return wanted === undefined || wanted === version ? { executablePath, distPath: dist, version } : undefined
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

function pinnedVersion(): string {
  const manifest = JSON.parse(readFileSync(packageFile('electron/package.json'), 'utf8')) as { version: string }
  return manifest.version
}

/** Electron's installer prints a stack; the first line that names an error says enough. */
function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  return lines.find((line) => /error|failed|ENOTFOUND|ECONN/i.test(line)) ?? lines[0] ?? 'the installer failed'
}
