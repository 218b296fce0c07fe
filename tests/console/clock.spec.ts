import type { Locator, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { restartMachine } from '../support/test-server.ts'
import { bookAtKiosk, expect, signIn, test, toast } from './console-test.ts'

const HOUR_MS = 3_600_000
const PIN = '2468'

function stateOf(page: Page): Locator {
  return page.locator('.clock-state')
}

function log(page: Page): Locator {
  return page.getByRole('table', { name: 'Log of the clock, newest first' })
}

function fact(page: Page, name: string): Locator {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })
  return page.locator('.clock-facts__fact').filter({ has: term }).locator('dd')
}

async function vouch(page: Page, pin = PIN, reason = 'Compared with my telephone'): Promise<Locator> {
  await page.getByRole('button', { name: 'Vouch for this computer’s clock' }).click()
  const dialog = page.getByRole('dialog', { name: 'Vouch for this computer’s clock?' })
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByLabel('Your PIN').fill(pin)
  await dialog.getByRole('button', { name: 'Vouch for it' }).click()
  return dialog
}

test('a clock that nobody has confirmed says so, and the owner confirms it', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/clock')
  await expect(stateOf(page)).toContainText('Not confirmed yet')
  await expect(stateOf(page)).toContainText('No time sources are set up.')
  await expect(fact(page, 'Kerbside’s time')).toHaveText(/^12:4\d:\d\d$/)
  await expect(fact(page, 'This computer’s clock')).toContainText('Agrees to within')
  await expect(fact(page, 'Sleep and restarts')).toHaveText('Both are noticed.')
  await expect(page.getByText('No time sources are set up', { exact: true })).toBeVisible()
  await expect(log(page).getByRole('row').nth(1)).toContainText('Kerbside started')

  const dialog = await vouch(page)
  await expect(dialog).toBeHidden()
  await expect(stateOf(page)).toContainText('Trusted')
  await expect(stateOf(page)).toContainText('There is nothing to do.')
  await expect(page.getByRole('button', { name: 'Vouch for this computer’s clock' })).toHaveCount(0)
  await expect(page.locator('.banner')).toHaveCount(0)
  const newest = log(page).getByRole('row').nth(1)
  await expect(newest).toContainText('The computer’s clock was confirmed')
  await expect(newest).toContainText('from Not confirmed yet to Trusted')
  await expect(newest).toContainText('You')
  await expect(newest).toContainText('Compared with my telephone')
  await expect(fact(page, 'Epoch')).toContainText('1')
})

test('somebody moves the computer’s clock: a banner on every screen, a line in the log, and bookings go on', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  server.time.setWall(HOUR_MS)
  const banner = page.locator('.banner--warning')
  await expect(banner).toContainText('This computer’s clock was changed by +1 h.', { timeout: 2500 })
  await expect(toast(page, 'This computer’s clock was changed.')).toBeVisible()
  for (const screen of ['Bookings', 'Kiosks']) {
    await page.getByRole('link', { name: screen, exact: true }).click()
    await expect(banner).toBeVisible()
  }
  await bookAtKiosk(server, 'KL 55 ZZ 9001', '17:00')
  await banner.getByRole('link', { name: 'Look at Clock' }).click()
  await expect(stateOf(page)).toContainText('Guarded')
  await expect(fact(page, 'This computer’s clock')).toHaveText('1 h ahead of Kerbside’s time')
  await expect(fact(page, 'Kerbside’s time')).toHaveText(/^12:4\d:\d\d$/)
  const newest = log(page).getByRole('row').nth(1)
  await expect(newest).toContainText('The computer’s clock was changed')
  await expect(newest).toContainText('from Not confirmed yet to Guarded')
  await expect(newest).toContainText('+1 h')
  await expect(newest).toContainText('Kerbside')
})

test('vouching shows what it will do, asks for PIN and reason, and sets business time', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/clock')
  server.time.setWall(HOUR_MS)
  await expect(stateOf(page)).toContainText('Guarded')
  await page.getByRole('button', { name: 'Vouch for this computer’s clock' }).click()
  const dialog = page.getByRole('dialog', { name: 'Vouch for this computer’s clock?' })
  await expect(dialog.locator('.vouch__time')).toHaveText(/^13:4\d:\d\d, Friday, December 5, 2025$/)
  await expect(dialog).toContainText('Kerbside’s time moves forward by 1 h')
  await expect(dialog).toContainText('The epoch goes up to 2')

  await dialog.getByRole('button', { name: 'Vouch for it' }).click()
  await expect(dialog).toContainText('Say why, in a few words.')
  await expect(dialog).toContainText('Your PIN has 4 to 8 digits.')
  await dialog.getByLabel('Reason').fill('It is summer time')
  await dialog.getByLabel('Your PIN').fill('1111')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('The PIN is wrong.')
  await expect(fact(page, 'Epoch')).toContainText('1')

  await dialog.getByLabel('Your PIN').fill(PIN)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.banner')).toHaveCount(0)
  await expect(stateOf(page)).toContainText('Trusted')
  await expect(fact(page, 'Epoch')).toContainText('2')
  await expect(fact(page, 'Kerbside’s time')).toHaveText(/^13:4\d:\d\d$/)
  await expect(page.locator('.server-clock time')).toHaveText(/^13:4\d:\d\d$/)
  await expect(toast(page, 'Kerbside’s time is trusted again.')).toBeVisible()
  await expect(log(page).getByRole('row').nth(1)).toContainText('Kerbside’s time was set to the computer’s clock')
})

test('too many wrong PINs are slowed down, in words', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/clock')
  const dialog = await vouch(page, '1111')
  for (let wrong = 0; wrong < 6; wrong += 1) {
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('button', { name: 'Vouch for it' }).click()
    await expect(dialog.getByRole('button', { name: 'Vouch for it' })).toHaveAttribute('aria-busy', 'false')
  }
  await expect(dialog.getByRole('alert')).toContainText('Too many tries.')
})

test('an attendant sees the state, and why vouching is not for them', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/clock')
  await expect(stateOf(page)).toContainText('Not confirmed yet')
  const button = page.getByRole('button', { name: 'Vouch for this computer’s clock' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription('Only the owner or an admin can vouch for the clock.')
  await button.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('who follows the clock is listed, and a device whose own clock is wrong is pointed out', async ({
  page,
  server,
}) => {
  await signIn(page, server, 'owner', '#/clock')
  const clients = page.getByRole('table', { name: 'Pages that follow Kerbside’s time' })
  await expect(clients.getByRole('row').filter({ hasText: 'Meera Pillai' })).toContainText('Console')
  const socket = new WebSocket(`${server.publicUrl.replace('http', 'ws')}/ws/time/`)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  const report = { type: 'report', mode: 'synced', uncertainty_ms: 12, device_offset_ms: 180_000 }
  socket.send(JSON.stringify(report))
  server.advance(5000)
  const kiosk = clients.getByRole('row').filter({ hasText: 'Device clock is 3 min ahead' })
  await expect(kiosk).toContainText('Live')
  await expect(kiosk).toContainText('± 20 ms')
  await expect(page.getByText('A wrong device clock changes nothing here')).toBeVisible()
  socket.close()
})

test('the plot has its words: a sentence, and the points as a table', async ({ page, server }) => {
  await page.route('**/api/v1/clock', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: withHistory((await answer.json()) as Report) })
  })
  await signIn(page, server, 'owner', '#/clock')
  await expect(page.locator('.clock-plot canvas')).toBeVisible()
  await expect(page.locator('figcaption')).toContainText('Over 2 h')
  await expect(page.locator('figcaption')).toContainText('The time sources put true time')
  await page.getByText('Show the points as a table').click()
  const points = page.getByRole('table', { name: /How far the clocks were/ })
  await expect(points.getByRole('row')).toHaveCount(30)

  const sources = page.getByRole('table', { name: 'Time sources and what they said last' })
  await expect(sources.getByRole('row').filter({ hasText: 'ntp1.example' })).toContainText(
    'answered 8 of the last 8 tries',
  )
  const silent = sources.getByRole('row').filter({ hasText: 'ntp3.example' })
  await expect(silent).toContainText('Does not answer')
  await expect(silent.locator('[data-answered="true"]')).toHaveCount(5)
})

test('a short history says that the plot is to come', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/clock')
  await expect(page.getByText('Nothing to plot yet')).toBeVisible()
})

test('a clock that went back over a restart pauses bookings until somebody vouches for the time', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000)
  await signIn(page, server)
  const again = await restartMachine(server, -2 * HOUR_MS)
  try {
    const banner = page.locator('.banner--danger')
    await expect(banner).toContainText('Bookings are paused until somebody vouches for the time.', { timeout: 45_000 })
    await expect(bookAtKiosk(again, 'KL 55 ZZ 9001', '17:00')).rejects.toThrow('clock_untrusted')
    await banner.getByRole('link', { name: 'Look at Clock' }).click()
    await expect(stateOf(page)).toContainText('The clock went back')
    await expect(fact(page, 'This computer’s clock')).toHaveText(/^2 h behind|^1 h 59 min behind/)
    // Somebody sets the computer's clock right before they vouch for it.
    again.time.setWall(2 * HOUR_MS)
    await expect(fact(page, 'This computer’s clock')).toContainText(/Agrees|ahead/, { timeout: 10_000 })
    await vouch(page)
    await expect(stateOf(page)).toContainText('Trusted')
    await expect(banner).toHaveCount(0)
    await bookAtKiosk(again, 'KL 55 ZZ 9001', '17:00')
  } finally {
    await again.halt()
  }
})

test('a clock that leapt ahead over a restart pauses bookings, too', async ({ page, server }) => {
  test.setTimeout(120_000)
  await signIn(page, server, 'attendant')
  const again = await restartMachine(server, 48 * HOUR_MS)
  try {
    await expect(page.locator('.banner--danger')).toContainText('leapt ahead', { timeout: 45_000 })
    await expect(page.locator('.banner--danger')).toContainText('Bookings are paused')
  } finally {
    await again.halt()
  }
})

test.describe('a site whose owner has no PIN yet', () => {
  test.use({ serverOptions: { demo: false } })
  test('one is chosen with the password on the way', async ({ page, server }) => {
    const owner = { username: 'owner', password: 'quay-lane-owner' }
    const site = { site_name: 'Quay Lane', timezone: 'Asia/Kolkata', currency: 'INR', owner_name: 'Meera Pillai' }
    const done = await page.request.post(`${server.staffUrl}/api/v1/setup`, {
      data: { ...site, ...owner },
      headers: { origin: server.staffUrl },
    })
    expect(done.status()).toBe(201)
    await page.goto(`${server.consoleUrl}#/clock`)
    await vouch(page)
    const dialog = page.getByRole('dialog', { name: 'Choose a PIN first' })
    await expect(dialog).toContainText('You have no PIN yet.')
    await dialog.getByLabel('Your password').fill('wrong')
    await dialog.getByLabel('New PIN', { exact: true }).fill('8642')
    await dialog.getByLabel('New PIN again').fill('8643')
    await dialog.getByRole('button', { name: 'Use this PIN' }).click()
    await expect(dialog).toContainText('The two PINs are not the same.')
    await dialog.getByLabel('New PIN again').fill('8642')
    await dialog.getByRole('button', { name: 'Use this PIN' }).click()
    await expect(dialog.getByRole('alert')).toContainText('wrong')
    await dialog.getByLabel('Your password').fill(owner.password)
    await page.keyboard.press('Enter')
    const vouching = page.getByRole('dialog', { name: 'Vouch for this computer’s clock?' })
    await expect(vouching.getByLabel('Reason')).toHaveValue('Compared with my telephone')
    await vouching.getByRole('button', { name: 'Vouch for it' }).click()
    await expect(stateOf(page)).toContainText('Trusted')
  })
})

test('the whole of it by keyboard', async ({ page, server }) => {
  await signIn(page, server)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Clock')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clock')
  const button = page.getByRole('button', { name: 'Vouch for this computer’s clock' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Vouch for this computer’s clock?' })
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Heard the pips')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PIN)
  await page.keyboard.press('Enter')
  await expect(stateOf(page)).toContainText('Trusted')
})

const looks = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const

for (const look of looks) {
  test(`axe finds nothing on the clock screen and in its dialog, ${look.name}`, async ({ page, server }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    await page.route('**/api/v1/clock', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: withHistory((await answer.json()) as Report) })
    })
    await signIn(page, server, 'owner', '#/clock')
    server.time.setWall(HOUR_MS)
    await expect(page.locator('.banner--warning')).toBeVisible()
    await expect(page.locator('.clock-plot canvas')).toBeVisible()
    await page.getByText('Show the points as a table').click()
    await expectNoAxeFindings(page, 'clock')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, select, input, summary')]
        .filter((target) => target.checkVisibility() && !target.matches('.skip'))
        .filter((target) => target.getBoundingClientRect().height < 32)
        .map((target) => target.outerHTML),
    )
    expect(small).toEqual([])
    await page.getByRole('button', { name: 'Vouch for this computer’s clock' }).click()
    await page.getByRole('button', { name: 'Vouch for it' }).click()
    await expectNoAxeFindings(page, 'clock')
  })
}

interface Report {
  readonly server_time: string
  readonly [member: string]: unknown
}

/** The report of a server that has run for two hours with three time sources, one of them silent of late. */
function withHistory(report: Report): Report {
  const end = Date.parse(report.server_time)
  const history = Array.from({ length: 721 }, (_, index) => ({
    at: new Date(end - (720 - index) * 10_000).toISOString(),
    wall_ahead_ms: 6 * Math.sin(index / 40) + (index % 7) / 3,
    sources_ahead_ms: index < 60 ? null : 2 * Math.cos(index / 60),
    uncertainty_ms: index < 60 ? null : 4 + 3 * Math.sin(index / 25) ** 2,
  }))
  const source = { offset_ms: 1.4, error_ms: 5.2, delay_ms: 18.25, stratum: 2, trouble: null }
  return {
    ...report,
    history,
    sources: [
      { ...source, name: 'ntp1.example', reach: 0b1111_1111 },
      { ...source, name: 'ntp2.example', reach: 0b1111_1101, offset_ms: -2.6, delay_ms: 41 },
      { ...source, name: 'ntp3.example', reach: 0b1111_1000, trouble: 'silent' },
    ],
    agreement: { lo_ms: -3, hi_ms: 4, count: 2 },
  }
}
