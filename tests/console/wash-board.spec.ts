import type { Locator, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import type { WashBoard } from '../../src-shared/api/wash-schemas.ts'
import { intercept } from '../support/intercept.ts'
import { Caller } from '../support/caller.ts'
import type { TestServer } from '../support/test-server.ts'
import { bookAtKiosk, confirmAtKiosk, expect, signIn, test, toast } from './console-test.ts'

/** The counter, without its screen: for what has happened before a test begins. */
async function counter(server: TestServer): Promise<Caller> {
  const caller = new Caller(server.staffUrl)
  await caller.post('/api/v1/session', server.owner)
  // The demo site has a shift open already, or will: two are refused.
  await caller.post('/api/v1/shifts', { float_minor: 0 })
  return caller
}

/** A wash that is booked and paid for, at a slot of today. */
async function paidWash(server: TestServer, plate: string, at: string): Promise<string> {
  const booking = await bookAtKiosk(server, plate, at)
  await confirmAtKiosk(server, booking)
  const caller = await counter(server)
  const paid = await caller.post(`/api/v1/bookings/${booking.id}/payments`, { method: 'card' })
  expect(paid.status, paid.text).toBe(201)
  return booking.id
}

async function moveByApi(server: TestServer, id: string, ...states: readonly string[]) {
  const caller = await counter(server)
  for (const state of states) {
    const answer = await caller.post(`/api/v1/wash-jobs/job-${id}/move`, { state })
    expect(answer.status, answer.text).toBe(200)
  }
}

test.beforeEach(async ({ server }) => {
  const caller = await counter(server)
  const board = (await caller.get('/api/v1/wash-jobs')).json() as WashBoard
  // The demo site's own cars drive off, so that its bays are free.
  for (const { state, booking_id } of board.columns.flatMap(({ jobs }) => jobs)) {
    if (state !== 'booked') await caller.post(`/api/v1/bookings/${booking_id}/complete`)
  }
})

const columnOf = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) })
const cardOf = (page: Page | Locator, plate: string): Locator => page.locator('.wash-card').filter({ hasText: plate })
const faceOf = (page: Page, plate: string): Locator => cardOf(page, plate).locator('.wash-card__face')

async function dragTo(page: Page, card: Locator, target: Locator, { drop = true } = {}) {
  const from = (await card.boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + 12)
  await page.mouse.down()
  const to = (await target.boundingBox())!
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 24, { steps: 8 })
  if (drop) await page.mouse.up()
}

test('a paid wash comes to the board by itself and is taken through it by its buttons', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/washes')
  await expect(page.getByRole('heading', { level: 1, name: 'Wash board' })).toBeVisible()
  await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  const steps = [
    ['Booked', 'Car is here'],
    ['Queue', 'Begin wash'],
    ['Washing', 'To check'],
    ['Check', 'Ready'],
    ['Ready', 'Handed over'],
  ] as const
  for (const [column, next] of steps) {
    const card = cardOf(columnOf(page, column), 'KL55ZZ9001')
    await expect(card).toBeVisible()
    await card.getByRole('button', { name: `${next}, KL55ZZ9001` }).click()
  }
  await expect(cardOf(columnOf(page, 'Collected'), 'KL55ZZ9001')).toBeVisible()
})

test('a card is moved by keys, the focus goes with it, and each move is said', async ({ page, server }) => {
  const id = await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await moveByApi(server, id, 'queued')
  await signIn(page, server, 'owner', '#/washes')
  const face = faceOf(page, 'KL55ZZ9001')
  await face.focus()
  await page.keyboard.press(']')
  await expect(cardOf(columnOf(page, 'Washing'), 'KL55ZZ9001')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'KL55ZZ9001 is in Washing now.' })).toBeAttached()
  await expect(face).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cardOf(columnOf(page, 'Check'), 'KL55ZZ9001')).toBeVisible()
  await expect(face).toBeFocused()
  await expect(cardOf(page, 'KL55ZZ9001')).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('[')
  await expect(cardOf(columnOf(page, 'Washing'), 'KL55ZZ9001')).toBeVisible()
  await expect(face).toBeFocused()

  // Undo takes back the last step, as long as the table of states allows it.
  await expect(cardOf(page, 'KL55ZZ9001')).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('[')
  await expect(cardOf(columnOf(page, 'Queue'), 'KL55ZZ9001')).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('z')
  await expect(cardOf(columnOf(page, 'Washing'), 'KL55ZZ9001')).toBeVisible()
})

test('a card is dragged where it may go; other columns say no, and Escape lets go', async ({ page, server }) => {
  const id = await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await moveByApi(server, id, 'queued')
  await signIn(page, server, 'owner', '#/washes')
  const card = cardOf(page, 'KL55ZZ9001')
  await expect(card).toBeVisible()

  await dragTo(page, card, columnOf(page, 'Ready'), { drop: false })
  await expect(columnOf(page, 'Ready')).toHaveAttribute('data-drop', 'no')
  await expect(columnOf(page, 'Ready')).toContainText('not from Queue')
  await expect(columnOf(page, 'Washing')).toHaveAttribute('data-drop', 'yes')
  await page.mouse.up()
  await expect(cardOf(columnOf(page, 'Queue'), 'KL55ZZ9001')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'cannot go from Queue to Ready' })).toBeAttached()
  await expect(page.getByRole('dialog')).toBeHidden()

  await dragTo(page, card, columnOf(page, 'Washing'), { drop: false })
  await page.keyboard.press('Escape')
  await expect(columnOf(page, 'Washing')).not.toHaveAttribute('data-drop')
  await page.mouse.up()
  await expect(cardOf(columnOf(page, 'Queue'), 'KL55ZZ9001')).toBeVisible()

  await dragTo(page, card, columnOf(page, 'Washing'))
  await expect(cardOf(columnOf(page, 'Washing'), 'KL55ZZ9001')).toBeVisible()
  await expect(card).toHaveAttribute('aria-busy', 'false')
  await dragTo(page, card, columnOf(page, 'Queue'))
  await expect(cardOf(columnOf(page, 'Queue'), 'KL55ZZ9001')).toBeVisible()
})

test('a move waits for the server in sight, and a refusal puts the card back and says why', async ({
  page,
  server,
}) => {
  const id = await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await moveByApi(server, id, 'queued')
  await signIn(page, server, 'owner', '#/washes')
  let answer: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await intercept(page, '**/move', async (route) => {
    await asked
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'no', status: 409, code: 'slot_taken' }),
    })
  })
  await cardOf(page, 'KL55ZZ9001')
    .getByRole('button', { name: /^Begin wash/ })
    .click()
  const card = cardOf(columnOf(page, 'Washing'), 'KL55ZZ9001')
  await expect(card).toHaveAttribute('aria-busy', 'true')
  await expect(card).toContainText('Saving…')
  answer()
  await expect(cardOf(columnOf(page, 'Queue'), 'KL55ZZ9001')).toHaveAttribute('aria-busy', 'false')
  await expect(toast(page, /KL55ZZ9001 stays in Queue\. The bay is not free now/)).toBeVisible()
})

test('times run with the server, and a wash over its time is late in a word', async ({ page, server }) => {
  const id = await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await moveByApi(server, id, 'queued', 'in_progress')
  await signIn(page, server, 'owner', '#/washes')
  const card = cardOf(page, 'KL55ZZ9001')
  await expect(card).toContainText('0 of 20 min')
  await expect(card).toContainText(/ready about 13:0\d/)
  server.advance(12 * 60_000)
  await expect(card).toContainText('12 of 20 min')
  await expect(card).not.toContainText('Late')
  server.advance(12 * 60_000)
  await expect(card).toContainText('24 of 20 min, 4 min over')
  await expect(card).toContainText('Late')
  await expect(card).toContainText('ready any moment')
})

test('the sheet of a card gives it another bay, and asks before it cancels', async ({ page, server }) => {
  await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await signIn(page, server, 'owner', '#/washes')
  await expect(cardOf(page, 'KL55ZZ9001')).toContainText('Bay W1')
  await faceOf(page, 'KL55ZZ9001').press('Enter')
  const sheet = page.getByRole('dialog', { name: 'KL55ZZ9001' })
  await expect(sheet.getByRole('radio', { name: 'W1' })).toBeChecked()
  await sheet.getByRole('radio', { name: 'W2' }).click()
  await expect(cardOf(page, 'KL55ZZ9001')).toContainText('Bay W2')
  await expect(cardOf(page, 'KL55ZZ9001')).toHaveAttribute('aria-busy', 'false')

  await faceOf(page, 'KL55ZZ9001').press('Enter')
  await sheet.getByRole('button', { name: 'Cancel booking' }).click()
  const ask = page.getByRole('dialog', { name: 'Cancel this wash?' })
  await ask.getByRole('button', { name: 'Go back' }).click()
  await sheet.getByRole('button', { name: 'Cancel booking' }).click()
  await ask.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(cardOf(page, 'KL55ZZ9001')).toBeHidden()
})

test('a car without a booking gets a bay by its plate and Enter', async ({ page, server }) => {
  // The bays that the demo's cars have just left are cleaned first.
  server.advance(11 * 60_000)
  await signIn(page, server, 'owner', '#/washes')
  await expect(page.getByRole('heading', { level: 1, name: 'Wash board' })).toBeVisible()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: 'Car without a booking' })
  await expect(dialog.getByLabel('Number plate')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Type the number plate')
  await page.keyboard.type('kl 55 zz 9001')
  await page.keyboard.press('Enter')
  const pay = page.getByRole('dialog', { name: 'Take payment' })
  await expect(pay).toContainText('KL55ZZ9001')
  await expect(pay).toContainText('₹250.00')
})

test('a full wash says when the next bay is free', async ({ page, server }) => {
  const caller = await counter(server)
  const body = { service_id: 'full', plate: 'KL01AA1111' }
  // Until it is refused, whatever the demo site has in its bays.
  while ((await caller.post('/api/v1/wash-walk-ins', body)).status === 201);
  await signIn(page, server, 'owner', '#/washes')
  await page.getByRole('button', { name: 'Car without a booking' }).click()
  const dialog = page.getByRole('dialog', { name: 'Car without a booking' })
  await dialog.getByLabel('Number plate').fill('KL55ZZ9001')
  await dialog.getByText('Full').click()
  await dialog.getByRole('button', { name: 'Take a bay' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/No bay is free now\. The next one is free at \d\d:\d\d\./)
})

for (const look of [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const) {
  test(`axe finds nothing on the board and its dialogs, ${look.name}`, async ({ page, server }) => {
    test.setTimeout(180_000)
    const findings = async (where: string) => {
      await expectNoAxeFindings(page, where)
    }
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    const id = await paidWash(server, 'KL 55 ZZ 9001', '17:00')
    await moveByApi(server, id, 'queued', 'in_progress')
    server.advance(30 * 60_000)
    await signIn(page, server, 'owner', '#/washes')
    await expect(cardOf(page, 'KL55ZZ9001')).toContainText('Late')
    await findings('board')
    await dragTo(page, cardOf(page, 'KL55ZZ9001'), columnOf(page, 'Booked'), { drop: false })
    await expect(columnOf(page, 'Booked')).toHaveAttribute('data-drop', 'no')
    await findings('dragging')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await faceOf(page, 'KL55ZZ9001').press('Enter')
    await findings('sheet')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Car without a booking' }).click()
    await page.getByRole('button', { name: 'Take a bay' }).click()
    await findings('walk-in')
  })
}

test('fits a tablet, and text of twice the size, without scrolling sideways', async ({ page, server }) => {
  await paidWash(server, 'KL 55 ZZ 9001', '17:00')
  await signIn(page, server, 'owner', '#/washes')
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  for (const size of [
    { width: 1024, height: 768 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size)
    await expect(cardOf(page, 'KL55ZZ9001')).toBeVisible()
    expect(await overflow()).toBeLessThanOrEqual(0)
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await overflow()).toBeLessThanOrEqual(0)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.wash-board button')]
      .filter((target) => target.getBoundingClientRect().height < 32)
      .map((target) => target.outerHTML),
  )
  expect(small).toEqual([])
})
