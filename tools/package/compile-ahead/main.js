// Runs in the Electron that is packaged: loads the built application, starts its server as a start of Kerbside does, and writes
// down what V8 has compiled by then. Only Electron's own main process will do: as plain Node it runs V8 with other flags,
// and V8 takes over only what was compiled with the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'

const out = join(import.meta.dirname, '..', '..', '..', 'out')
const mainDir = join(out, 'main')
const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-compile-'))
app.setPath('userData', join(dataDir, 'desktop'))

/** What the console asks for before its first screen. */
const FIRST_REQUESTS = ['/api/v1/setup', '/api/v1/session', '/api/v1/time']

async function startOnce({ startServer, readSettings }) {
  const own = Object.entries(process.env).filter(([name]) => name === 'KERBSIDE_SQLITE_BINDING')
  const chosen = { KERBSIDE_HOST: '127.0.0.1', KERBSIDE_PORT: '0', KERBSIDE_STAFF_PORT: '0', KERBSIDE_NTP: 'off' }
  const settings = readSettings({ ...Object.fromEntries(own), ...chosen, KERBSIDE_LOG_LEVEL: 'error' }, dataDir)
  const assets = { consoleDir: join(out, 'renderer'), kioskDir: join(out, 'kiosk'), fontsDir: join(out, 'fonts') }
  const server = await startServer({ settings, assets, trustedStaffOrigins: ['app://console'] })
  const host = new URL(server.staffUrl).host
  for (const url of FIRST_REQUESTS) {
    await server.handle({ method: 'GET', url, headers: { host, origin: 'app://console' }, body: undefined })
  }
  await server.stop()
}

try {
  const { loadProgram, compiledFile } = createRequire(import.meta.url)(join(mainDir, 'program.cjs'))
  const file = join(mainDir, 'application.cjs')
  rmSync(compiledFile(file), { force: true })
  const program = loadProgram(file)
  // Twice: the first makes the data that the second, like most, finds there.
  await startOnce(program.exports)
  await startOnce(program.exports)
  writeFileSync(compiledFile(file), program.compiled())
  rmSync(dataDir, { recursive: true, force: true })
  app.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  rmSync(dataDir, { recursive: true, force: true })
  app.exit(1)
}
