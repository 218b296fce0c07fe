import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { addressesOf, packaged, signIn, startDesktop } from './desktop-app.ts'
import { bookWash } from './kiosk-customer.ts'

/** Every file under a folder, whatever it is. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a day at the console leaves no secret on the disk, in whatever file', async () => {
  const desktop = await startDesktop(packaged)
  try {
    const { app, page, dataDir } = desktop
    await signIn(page)
    const { staffUrl, publicUrl } = await addressesOf(page)
    // The session of somebody at a browser, and the token of a customer: both are on this side as well.
    const session = await fetch(`${staffUrl}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'owner', password: 'harbour-owner' }),
    })
    const sessionToken = /kerbside_staff=([^;]+)/.exec(session.headers.get('set-cookie') ?? '')?.[1] ?? ''
    const { manageToken } = await bookWash(publicUrl, 'KL 07 SC 4711')
    await page.evaluate(() => localStorage.setItem('kerbside-test-mark', 'what a page keeps is found'))
    const gone = desktop.exited
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.session.flushStorageData())
    app.process().kill('SIGTERM')
    await gone

    const secrets = { password: 'harbour-attendant', sessionToken, manageToken }
    for (const [what, secret] of Object.entries(secrets)) expect(secret.length, what).toBeGreaterThan(12)
    const written = filesUnder(dataDir).map((file) => [file.slice(dataDir.length), readFileSync(file)] as const)
    const holding = (text: string) =>
      written
        .filter(([, bytes]) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
        .map(([file]) => file)
    // Else the search would find nothing because it cannot.
    expect(holding('what a page keeps is found')).not.toEqual([])
    for (const [what, secret] of Object.entries(secrets)) expect(holding(secret), what).toEqual([])
    expect(holding('PRIVATE KEY')).toEqual([])
  } finally {
    await desktop.dispose()
  }
})
