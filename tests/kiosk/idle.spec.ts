import { expect, remaining, test } from './kiosk-test.ts'

// The page's clocks are Playwright's here, so that a minute passes at once; the server's run on.
test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

test('asks a silent customer, then wipes what they typed', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.tapKeys('KL07')
  await page.clock.fastForward(61_000)
  const dialog = page.getByRole('dialog', { name: 'Are you still there?' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText(/In 1\d seconds/)
  await expect(dialog.getByRole('button', { name: 'Yes, go on' })).toBeFocused()
  await page.clock.fastForward(15_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await kiosk.toPlate()
  await expect(page.getByRole('textbox')).toHaveValue('')
})

test('goes on where it was when the customer answers', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.tapKeys('KL07')
  await page.clock.fastForward(61_000)
  await kiosk.button('Yes, go on').tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveValue('KL07')
  await page.clock.fastForward(50_000)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('gives the hold of a customer who left back', async ({ kiosk, page, server, request }) => {
  await kiosk.toHold()
  expect(await remaining(server, request, '10:00')).toBe(1)
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect.poll(() => remaining(server, request, '10:00')).toBe(2)
})

test('the reference closes by itself after a minute, and the booking stays', async ({
  kiosk,
  page,
  server,
  request,
}) => {
  await kiosk.toReference()
  await expect(page.getByText(/This screen closes in \d+ seconds/)).toBeVisible()
  await page.clock.fastForward(61_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(page.getByText('KL07BX99')).toHaveCount(0)
  expect(await remaining(server, request, '10:00')).toBe(1)
})

test('nothing of a customer who left can be called up again', async ({ kiosk, page }) => {
  const before = (await kiosk.open(), await page.evaluate(() => history.length))
  await kiosk.toReference()
  const reference = (await page.getByTestId('booking-reference').textContent()) ?? ''
  await page.clock.fastForward(61_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()

  const left = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
    address: location.href,
    title: document.title,
    text: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].length,
    state: JSON.stringify(history.state),
  }))
  expect(left).toMatchObject({ local: [], session: [], databases: 0, cookies: '', fields: 0, state: 'null' })
  expect(left.address).toBe(kiosk.server.kioskUrl)
  for (const trace of ['KL07BX99', reference, 'is yours', '<canvas', 'Follow it']) {
    expect(left.text, trace).not.toContain(trace)
    expect(left.title, trace).not.toContain(trace)
  }
  // The screens leave no steps behind that the browser could go back to.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1)
  await page.goBack()
  await page.goForward()
  await expect(page.getByText(reference)).toHaveCount(0)
  await expect(page.getByText('KL07BX99')).toHaveCount(0)
})

test('the browser offers no plate or number of an earlier customer', async ({ kiosk, page }) => {
  await kiosk.toPhone()
  for (const heading of ['Your phone number, if you like', 'What is your number plate?']) {
    await expect(kiosk.heading(heading)).toBeVisible()
    const field = page.getByRole('textbox')
    await expect(field).toHaveAttribute('autocomplete', 'off')
    // Browsers remember what a form sends and what a name asks for: there is neither.
    expect(await field.evaluate((input: HTMLInputElement) => [input.form, input.name, input.id])).toEqual([
      null,
      '',
      '',
    ])
    if (heading.startsWith('Your')) await kiosk.button('Back').tap()
  }
})

test('an open message about help is wiped with everything else', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.button('Call the attendant').tap()
  await expect(page.getByRole('dialog')).toContainText('Help is on its way')
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('dialog', { name: 'Are you still there?' })).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(kiosk.button('Touch to begin')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(kiosk.button('Call the attendant')).toBeVisible()
})
