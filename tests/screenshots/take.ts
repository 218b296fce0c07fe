import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { takeSafety } from './safety-screens.ts'
import { takeConsole } from './console-screens.ts'
import { takeCounter } from './counter-dialogs.ts'
import { Darkroom, openBrowser } from './darkroom.ts'
import { takeKiosk } from './kiosk-screens.ts'
import { takePhone } from './phone-screens.ts'
import { takePrints } from './printed-receipts.ts'

/**
 * `npm run screenshots`: the pictures of the documentation, taken anew from the demo site at a fixed instant, in light
 * and dark. `npm run screenshots -- kiosk phone` takes those parts only.
 */

const parts = {
  console: takeConsole,
  counter: takeCounter,
  safety: takeSafety,
  kiosk: takeKiosk,
  phone: takePhone,
} as const
const asked = process.argv.slice(2)
const isAsked = (part: string) => asked.length === 0 || asked.includes(part)

/** The demo site with a week behind it, and kiosks that are paired, as a real one has them. */
async function withServer(part: string, work: (server: TestServer) => Promise<void>): Promise<void> {
  const kioskAccess = part === 'console' ? 'paired' : 'open'
  // Screens name the folder, so that it has one name each time.
  const dataDir = join(tmpdir(), 'kerbside')
  rmSync(dataDir, { recursive: true, force: true })
  const server = await startTestServer({ demoHistory: true, kioskAccess, dataDir })
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

await ensureBuilt()
const browser = await openBrowser()
try {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [name, take] of Object.entries(parts)) {
      if (!isAsked(name)) continue
      // A site for each part: what one does is not seen in the next.
      await withServer(name, (server) => take(new Darkroom(browser, server, scheme)))
    }
  }
  if (isAsked('prints')) await withServer('prints', (server) => takePrints(browser, server))
} finally {
  await browser.close()
}
