import { basename, join } from 'node:path'
import {
  listeningLine,
  moveSite,
  PortInUseError,
  readSettings,
  restoreFile,
  SettingsError,
  startServer,
  StoreOpenError,
  unknownSettings,
} from './index.ts'
import type { Assets, KerbsideServer } from './index.ts'

/** The server without a desktop: `npm run serve`, a service, a container. */

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function greet(server: KerbsideServer): Promise<void> {
  if (server.damage !== undefined) {
    say(server.damage)
    say(`Kerbside takes no bookings until an admin has restored a backup: at ${server.consoleUrl}, or stopped, by`)
    say(`\`${restoreCommand}\`. The backups lie in ${join(server.dataDir, 'backups')}`)
    return
  }
  say(`Kerbside serves customers at ${[server.kioskUrl, ...server.lanKioskUrls()].join(' and ')}`)
  say(`The console is at ${server.consoleUrl} on this machine; the data lies in ${server.dataDir}`)
  for (const { username, password, role, pin } of server.demoAccounts) {
    say(`DEMO ${role}: ${username} / ${password}, PIN ${pin}`)
  }
  if (server.authority !== undefined) {
    const { url, fingerprint } = server.authority
    say(`Tablets and phones trust it once they have ${url} (SHA-256 ${fingerprint}); see docs/operations.md`)
  }
  const code = await server.newPairingCode()
  if (code !== undefined) {
    say(`To pair a tablet within two minutes: open the kiosk address on it and type ${code.code}`)
    say('For another code: console, Kiosks, "Pair a tablet".')
  } else if (server.demoAccounts.length === 0) {
    say('Open the console to set up the car park, or to see what goes on.')
  }
}

function stopOnSignals(server: KerbsideServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say(`${signal}: stopping`)
      quit(server).then(
        () => process.exit(0),
        (error: unknown) => {
          say(String(error))
          process.exit(1)
        },
      )
    })
  }
}

/** A backup that cannot be made keeps nobody from stopping. It takes a while, and is made while customers are still served. */
async function quit(server: KerbsideServer): Promise<void> {
  await server.backUpBeforeQuit().catch((error: unknown) => say(`No backup was made: ${String(error)}`))
  const unanswered = await server.drain()
  if (unanswered > 0) say(`Requests that were not answered in time: ${unanswered}`)
  await server.stop()
}

/**
 * What was built lies beside the built server. Run from its source, the server takes the last build, and the source of the
 * worker, of which it knows where it is.
 */
function builtAssets(): Assets {
  const isSource = import.meta.filename.endsWith('.ts')
  const built = join(import.meta.dirname, '..', isSource ? 'out' : '.')
  return {
    kioskDir: join(built, 'kiosk'),
    consoleDir: join(built, 'renderer'),
    fontsDir: join(built, 'fonts'),
    ...(!isSource && { storeWorker: join(built, 'worker', 'store-worker.js') }),
  }
}

function advise(error: PortInUseError): string {
  return `${error.message}. Stop that program, or choose another port with ${error.setting} (0 takes a free one).`
}

/** As whoever started it would type it: the package has a program of its own, and no npm. */
const program = basename(process.argv[1] ?? '') === 'kerbside-server' ? 'kerbside-server' : 'npm run serve --'
const restoreCommand = `${program} restore <file>`

/** `restore <file>`: the passphrase of an encrypted one is read from standard input, where nobody else sees it. */
async function restoreAndEnd(file: string | undefined): Promise<never> {
  if (file === undefined) throw new SettingsError('restore', `takes the file to restore: ${restoreCommand}`)
  const isEncrypted = file.endsWith('.kerbside')
  if (isEncrypted) say('Its passphrase, then Enter:')
  const passphrase = isEncrypted ? await firstLineOf(process.stdin) : undefined
  say(await restoreFile(readSettings(process.env), file, passphrase))
  process.exit(0)
}

/** `move to-postgres` or `move to-sqlite`. */
async function moveAndEnd(where: string | undefined): Promise<never> {
  if (where !== 'to-postgres' && where !== 'to-sqlite')
    throw new SettingsError('move', `takes where to: ${program} move to-postgres, or ${program} move to-sqlite`)
  await moveSite(readSettings(process.env), where === 'to-postgres' ? 'postgres' : 'sqlite', say)
  process.exit(0)
}

async function firstLineOf(input: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of input) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}

try {
  const [word, file] = process.argv.slice(2)
  if (word === 'restore') await restoreAndEnd(file)
  if (word === 'move') await moveAndEnd(file)
  const settings = readSettings(process.env)
  for (const name of unknownSettings(process.env)) say(`${name} is no setting of Kerbside and is ignored.`)
  const server = await startServer({ settings, assets: builtAssets() })
  stopOnSignals(server)
  process.stdout.write(`${listeningLine(server)}\n`)
  await greet(server)
} catch (error) {
  if (error instanceof PortInUseError) say(advise(error))
  else if (error instanceof SettingsError || error instanceof StoreOpenError) say(error.message)
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
