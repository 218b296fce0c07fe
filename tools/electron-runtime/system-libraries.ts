import { existsSync } from 'node:fs'

import { hasProgram, installSystemPackages } from '../machine/packages.ts'
import { runCommand } from '../terminal/command.ts'

/** What a bare Debian lacks for an Electron window on a virtual display. */
const DEBIAN_PACKAGES = [
  'xvfb',
  'xauth',
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libcups2',
]

/** Makes sure that Electron's libraries and a virtual display are there, installing them where this process may. Linux only. */
export async function ensureDesktopLibraries(electronExecutable: string): Promise<void> {
  if (process.platform !== 'linux') return
  if ((await hasProgram('xvfb-run')) && (await hasProgram('xauth')) && (await librariesFound(electronExecutable)))
    return
  await installSystemPackages(DEBIAN_PACKAGES, 'the desktop tests')
}

async function librariesFound(executable: string): Promise<boolean> {
  if (!existsSync(executable)) return true
  const listed = await runCommand('ldd', [executable])
  return listed.code === 0 && !listed.output.includes('not found')
}
