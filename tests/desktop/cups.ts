import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real CUPS of the test's own. It keeps the documents that it is given; its printers print into nowhere. */
export interface PrintServer {
  /** What programs find it by. */
  readonly env: { readonly CUPS_SERVER: string }
  /** Adds a printer, or puts a stopped one to work again. */
  add(printer: string): void
  stop(printer: string): void
  remove(printer: string): void
  /** The documents that were given to its queues, in their order. */
  documents(): readonly Buffer[]
  dispose(): Promise<void>
}

const daemon = '/usr/sbin/cupsd'

/** Why there can be no CUPS here; undefined when there can. */
export const noCups =
  process.getuid?.() !== 0
    ? 'a print server of its own needs root'
    : existsSync(daemon)
      ? undefined
      : 'there is no CUPS here: apt-get install cups-daemon cups-client'

export async function startCups(): Promise<PrintServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-cups-'))
  // CUPS works as another user than the tests.
  chmodSync(folder, 0o777)
  const socket = join(folder, 'cups.sock')
  const spool = join(folder, 'spool')
  for (const name of ['spool', 'spool/tmp', 'cache', 'state', 'ppd']) {
    mkdirSync(join(folder, name))
    chmodSync(join(folder, name), 0o777)
  }
  writeFileSync(
    join(folder, 'cupsd.conf'),
    [
      `Listen ${socket}`,
      'Browsing No',
      'WebInterface No',
      'PreserveJobFiles Yes',
      '<Location />',
      'Order allow,deny',
      'Allow all',
      '</Location>',
      '<Policy default>',
      '<Limit All>',
      'Order deny,allow',
      'Allow all',
      '</Limit>',
      '</Policy>',
    ].join('\n'),
  )
  writeFileSync(
    join(folder, 'cups-files.conf'),
    [
      'FileDevice Yes',
      `ServerRoot ${folder}`,
      `RequestRoot ${spool}`,
      `TempDir ${join(spool, 'tmp')}`,
      `CacheDir ${join(folder, 'cache')}`,
      `StateDir ${join(folder, 'state')}`,
      `ErrorLog ${join(folder, 'error.log')}`,
      `AccessLog ${join(folder, 'access.log')}`,
      `PageLog ${join(folder, 'page.log')}`,
    ].join('\n'),
  )
  const config = ['-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')]
  const cupsd = spawn(daemon, ['-f', ...config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => cupsd.once('exit', () => resolve()))
  const env = { CUPS_SERVER: socket }
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { env: { ...process.env, ...env }, stdio: 'pipe' })
  await untilThere(socket)
  return {
    env,
    add: (printer) => run('lpadmin', '-p', printer, '-v', 'file:/dev/null', '-m', 'raw', '-E'),
    stop: (printer) => run('cupsdisable', printer),
    remove: (printer) => run('lpadmin', '-x', printer),
    documents: () =>
      readdirSync(spool)
        .filter((name) => name.startsWith('d'))
        .toSorted()
        .map((name) => readFileSync(join(spool, name))),
    async dispose() {
      cupsd.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilThere(file: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (existsSync(file)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the print server did not start')
}
