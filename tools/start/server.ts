import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { projectRoot } from '../places.ts'

/**
 * Makes this process the headless server: signals, exit code and both output streams are its own from here on.
 * It prints the line of JSON that says where it listens, and greets people on standard error.
 */
export async function becomeServer(): Promise<void> {
  const server = join(projectRoot, 'out', 'server', 'headless.js')
  process.argv.splice(1, 1, server)
  await import(pathToFileURL(server).href)
}
