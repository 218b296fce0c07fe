import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'
import { findNginx, Nginx, PARK } from '../support/nginx.ts'
import { portOf, startTestServer } from '../support/test-server.ts'
import { expect, Kiosk, test } from './kiosk-test.ts'

test.use({
  ignoreHTTPSErrors: true,
  // The name's address is this machine's; it is the name by which nginx knows whose certificate and which pages are meant.
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${PARK} 127.0.0.1`]
      await provide({ ...launchOptions, args })
    },
    { scope: 'worker' },
  ],
})

test('a kiosk behind nginx says when the connection breaks off, and books once nginx is there again', async ({
  page,
}) => {
  const found = await findNginx()
  test.skip(found.obstacle !== undefined, found.obstacle)
  if (found.obstacle !== undefined) return
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-nginx-'))
  const env = { KERBSIDE_TRUSTED_PROXIES: '127.0.0.1', KERBSIDE_ALLOWED_HOSTS: PARK }
  const server = await startTestServer({ env })
  const ports = { http: await freePort(), https: await freePort(), kerbside: portOf(server.publicUrl) }
  const nginx = new Nginx(found.program, folder, ports)
  try {
    await nginx.prepare()
    await nginx.start()
    const kiosk = new Kiosk(page, { ...server, kioskUrl: `https://${PARK}:${ports.https}/kiosk/` })
    await kiosk.toPhone()
    const banner = page.locator('.link-banner')
    await nginx.stop()
    await expect(banner).toContainText('The connection to the server broke off')
    await nginx.start()
    await expect(banner).toBeEmpty({ timeout: 40_000 })
    await kiosk.pressUntil(kiosk.button('Skip, and keep my slot'), kiosk.heading(/is yours until/))
    await kiosk.button('Confirm booking').tap()
    await expect(kiosk.heading('You are booked')).toBeVisible()
    await expect(kiosk.clock()).toHaveText(/^\d\d:\d\d/)
  } finally {
    await nginx.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
