import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { projectRoot } from '../places.ts'

/** How to start npm: the very npm that started this tool, or the one on the PATH. */
export function npmCommand(args: string[]): { command: string; args: string[] } {
  const npmScript = process.env['npm_execpath']
  if (npmScript && npmScript.endsWith('.js') && existsSync(npmScript)) {
    return { command: process.execPath, args: [npmScript, ...args] }
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args }
}

/** The full path of a script or program that an installed package brings, such as `vitest/vitest.mjs`. */
export function packageFile(path: string): string {
  return join(projectRoot, 'node_modules', ...path.split('/'))
}
