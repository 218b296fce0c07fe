import { expectNoAxeFindings } from '../support/axe.ts'
import { ask, expect, figure, signIn, test, toast } from './console-test.ts'

test.use({ serverOptions: { kioskAccess: 'paired' } })

test('a code pairs a tablet, and the dialog goes away by itself', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/kiosks')
  await expect(page.getByText('No tablet is paired yet')).toBeVisible()
  await page.getByRole('button', { name: 'Pair a tablet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pair a tablet' })
  await expect(dialog.getByLabel('Name of the tablet')).toBeFocused()
  await page.keyboard.type('Entrance')
  await page.keyboard.press('Enter')

  const groups = dialog.getByRole('group', { name: 'Pairing code' }).locator('span')
  await expect(groups).toHaveCount(2)
  await expect(groups.first()).toHaveText(/^[\p{L}\p{N}]{4}$/u)
  await expect(dialog).toContainText(/Good for (2:00|1:5\d)/)
  // The QR is an image that came through, not text of the server put into the page.
  const qr = dialog.getByRole('img', { name: /QR code/ })
  await expect(qr).toHaveAttribute('src', /^blob:/)
  await expect.poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  // No name is announced here, so there is no code for one.
  await expect(dialog.getByRole('figure')).toHaveCount(1)

  const code = (await groups.allTextContents()).join('')
  await ask(server, '/api/v1/devices/pair', { body: { code } })
  await expect(dialog).toBeHidden()
  await expect(toast(page, 'Entrance is paired.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Entrance' })
  await expect(row).toContainText('Not connected')
  await expect(row).toContainText('12:4')
})

test('while a name is announced, there is a second QR that leads to it', async ({ page, server }) => {
  // Whether a name can be announced is the machine's matter (tests/integration/name-on-network.test.ts): the answer is as it is then.
  await page.route('**/api/v1/devices/pairing-codes', async (route) => {
    const answer = await route.fetch()
    const made = (await answer.json()) as { code: string; by_name: null; qr_svg: string }
    expect(made.by_name).toBeNull()
    const byName = { pairing_url: `http://kerbside.local:8000/kiosk/#pair=${made.code}`, qr_svg: made.qr_svg }
    await route.fulfill({ response: answer, json: { ...made, by_name: byName } })
  })
  await signIn(page, server, 'owner', '#/kiosks')
  await page.getByRole('button', { name: 'Pair a tablet' }).click()
  await page.getByRole('button', { name: 'Make a code' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pair a tablet' })
  const codes = dialog.getByRole('img', { name: /QR code/ })
  await expect(codes).toHaveCount(2)
  for (const code of await codes.all())
    await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(dialog.getByRole('figure').first()).toHaveText(/^By address: http:\/\/127\.0\.0\.1:\d+\/kiosk\/$/)
  await expect(dialog.getByRole('figure').last()).toHaveText('By name: http://kerbside.local:8000/kiosk/')
  await expect(dialog).toContainText('Either code pairs the tablet.')
  await page.screenshot({ path: 'test-results/pairing-by-name.png' })
  await expectNoAxeFindings(page, 'kiosks')
  await page.setViewportSize({ width: 640, height: 800 })
  await page.screenshot({ path: 'test-results/pairing-by-name-narrow.png' })
  const fits = () => dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)
  expect(await fits()).toBe(true)
})

test('a code runs out by the server’s time, and a new one is a press away', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/kiosks')
  await page.getByRole('button', { name: 'Pair a tablet' }).click()
  await page.getByRole('button', { name: 'Make a code' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pair a tablet' })
  const code = dialog.getByRole('group', { name: 'Pairing code' })
  const first = await code.textContent()
  server.advance(2 * 60_000)
  await expect(dialog.getByRole('alert')).toHaveText('This code has run out.')
  await dialog.getByRole('button', { name: 'New code' }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(code).not.toHaveText(first!)
})

test('a tablet is unpaired by the owner, after a question', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/kiosks')
  await pairATablet(page, server)
  await page.getByRole('button', { name: 'Unpair Entrance' }).click()
  const dialog = page.getByRole('dialog', { name: 'Unpair Entrance?' })
  await dialog.getByRole('button', { name: 'Unpair' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('No tablet is paired yet')).toBeVisible()
})

test('an attendant sees why unpairing is not for them', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/kiosks')
  await pairATablet(page, server)
  const unpair = page.getByRole('button', { name: 'Unpair Entrance' })
  await expect(unpair).toHaveAttribute('aria-disabled', 'true')
  await expect(unpair).toHaveAccessibleDescription('Only the owner or an admin can unpair a tablet.')
  await unpair.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a kiosk that connects is counted', async ({ page, server, browser }) => {
  await signIn(page, server)
  const { pairing_url: url } = (await page.request
    .post(`${server.staffUrl}/api/v1/devices/pairing-codes`, { headers: { origin: server.staffUrl } })
    .then((answer) => answer.json())) as { pairing_url: string }
  expect(url).toContain('/kiosk/')
  const code = decodeURIComponent(url.split('#')[1]!).replace(/^.*=/, '')
  const tablet = await browser.newContext()
  const kiosk = await tablet.newPage()
  await kiosk.goto(`${server.publicUrl}/kiosk/`)
  await kiosk.evaluate(async (pairingCode) => {
    const answer = await fetch('/api/v1/devices/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: pairingCode }),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }, code)
  await kiosk.reload()
  await expect(figure(page, 'Kiosks connected')).toHaveText('1')
  await tablet.close()
  await expect(figure(page, 'Kiosks connected')).toHaveText('0')
})

async function pairATablet(page: Parameters<typeof signIn>[0], server: Parameters<typeof signIn>[1]) {
  const made = await page.request.post(`${server.staffUrl}/api/v1/devices/pairing-codes`, {
    data: { device_name: 'Entrance' },
    headers: { origin: server.staffUrl },
  })
  const { code } = (await made.json()) as { code: string }
  await ask(server, '/api/v1/devices/pair', { body: { code } })
  await expect(page.getByRole('row').filter({ hasText: 'Entrance' })).toBeVisible()
}

test('an attendant whose code somebody quicker used takes the pairing back', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/kiosks')
  await pairATablet(page, server)
  const news = toast(page, 'Entrance is paired.')
  await news.getByRole('button', { name: 'Undo pairing of Entrance' }).click()
  await expect(page.getByText('No tablet is paired yet')).toBeVisible()
})

test('a kiosk that calls for help is told of on every console until somebody is on the way', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, server, 'owner')
  const other = await (await browser.newContext()).newPage()
  await signIn(other, server, 'attendant')
  const tablet = await (await browser.newContext()).newPage()
  const pairing = await server.server.newPairingCode()
  await tablet.goto(`${server.kioskUrl}#pair=${pairing?.code}`)
  await tablet.getByRole('button', { name: 'Call the attendant' }).click()
  await expect(tablet.getByRole('dialog')).toContainText('Help is on its way')
  for (const console of [page, other]) {
    await expect(toast(console, 'Somebody at “Kiosk 1” calls for help.')).toBeVisible()
    await expect(console.getByRole('button', { name: '1 kiosk calls for help' })).toBeVisible()
  }
  // It stays for whoever comes later, too.
  await page.reload()
  const call = toast(page, 'Somebody at “Kiosk 1” calls for help.')
  await expect(call).toBeVisible()
  await call.getByRole('button', { name: 'On my way' }).click()
  await expect(toast(page, '“Kiosk 1” is told that you are on your way.')).toBeVisible()
  for (const console of [page, other]) {
    await expect(console.getByRole('button', { name: /calls? for help/ })).toHaveCount(0)
    await expect(toast(console, 'calls for help')).toHaveCount(0)
  }
  await expect(tablet.getByRole('dialog')).toContainText('The attendant is on the way to you')
  await other.context().close()
  await tablet.context().close()
})

test('what each tablet shows stands on the wall, and it opens its page anew when asked', async ({
  page,
  browser,
  server,
}) => {
  await signIn(page, server, 'attendant', '#/kiosks')
  const tablet = await (await browser.newContext()).newPage()
  const pairing = await server.server.newPairingCode()
  await tablet.goto(`${server.kioskUrl}#pair=${pairing?.code}`)
  const row = page.getByRole('row').filter({ hasText: 'Kiosk 1' })
  await expect(row).toContainText('First screen')
  await expect(row).toContainText('English · Version 0.1.0')
  await expect(row).toContainText('Since')
  await tablet.getByRole('button', { name: 'Touch to begin' }).click()
  await expect(row).toContainText('Park or wash?')

  // Somebody is there: the console asks, and it is to be now.
  await tablet.evaluate(() => Object.assign(window, { isOld: true }))
  await row.getByRole('button', { name: 'Reload Kiosk 1' }).click()
  const question = page.getByRole('dialog', { name: 'Reload Kiosk 1?' })
  await expect(question).toContainText('Somebody is in the middle of a booking there.')
  await question.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(toast(page, 'Kiosk 1 reloads now.')).toBeVisible()
  // While the page goes, there is none to ask.
  await expect.poll(() => tablet.evaluate(() => 'isOld' in window).catch(() => true)).toBe(false)
  await expect(row).toContainText('First screen')

  // Nobody is there: all are asked at once.
  await page.getByRole('button', { name: 'Reload all' }).click()
  await expect(toast(page, '1 tablet reloads as soon as nobody has touched it')).toBeVisible()
  await expect(row).toContainText('Reload asked for at')
  await tablet.context().close()
  await expect(row).toContainText('Not connected')
  await expect(row.getByRole('button', { name: 'Reload Kiosk 1' })).toHaveAttribute('aria-disabled', 'true')
})
