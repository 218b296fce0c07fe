import type { Locator, Page } from '@playwright/test'
import type { WashBoard } from '../../src-shared/api/wash-schemas.ts'
import { intercept } from '../support/intercept.ts'
import { Caller } from '../support/caller.ts'
import { portOf, startTestServer, type TestServer } from '../support/test-server.ts'
import { expect, rowOf, signIn, test } from './console-test.ts'

/**
 * From now on the server does what one address asks of it, and its answer is lost on the way: the worst time for a connection to break.
 * @returns what mends it, and gives the keys by which the server knows a request that is sent again
 */
async function loseAnswers(page: Page, path: string): Promise<() => Promise<string[]>> {
  const keys: string[] = []
  let isBroken = true
  await intercept(page, path, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    keys.push(route.request().headers()['idempotency-key'] ?? 'none')
    if (!isBroken) return route.fallback()
    const answer = await route.fetch()
    expect(answer.ok(), await answer.text()).toBe(true)
    await route.abort('connectionreset')
  })
  return async () => {
    isBroken = false
    return keys
  }
}

async function counter(server: TestServer): Promise<Caller> {
  const caller = new Caller(server.staffUrl)
  await caller.post('/api/v1/session', server.owner)
  return caller
}

/** The form stands as it was, says what happened, and claims nothing. */
async function expectKept(form: Locator, submit: string, typed: readonly (readonly [label: string, value: string])[]) {
  await expect(form.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible()
  await expect(form.getByRole('button', { name: submit })).toHaveAttribute('aria-busy', 'false')
  for (const [label, value] of typed) await expect(form.getByLabel(label)).toHaveValue(value)
}

function expectOneKey(keys: readonly string[]) {
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(keys[0]).not.toBe('none')
}

test('a walk-in: one car, however often it is sent', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  const mend = await loseAnswers(page, '**/api/v1/stays')
  await page.keyboard.press('w')
  const form = page.getByRole('dialog', { name: 'Walk-in' })
  await page.keyboard.type('KL01ZZ4242')
  await page.keyboard.press('Enter')
  await expectKept(form, 'ticket', [['Number plate', 'KL01ZZ4242']])
  const keys = await mend()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Ticket' })).toContainText('KL01ZZ4242')
  expectOneKey(keys)
  const lot = (await (await counter(server)).get('/api/v1/lot')).json() as { bays: { plate: string | null }[] }
  expect(lot.bays.filter(({ plate }) => plate === 'KL01ZZ4242')).toHaveLength(1)
})

test('an exit: the money is taken once', async ({ page, server }) => {
  await signIn(page, server, 'attendant')
  await page.keyboard.press('e')
  await page.keyboard.type('2203')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: /Exit/ })
  await form.getByLabel('Cash handed over').fill('1000')
  const mend = await loseAnswers(page, '**/tenders')
  await page.keyboard.press('Enter')
  await expectKept(form, 'Record', [['Cash handed over', '1000']])
  const keys = await mend()
  await form.getByRole('button', { name: /^Record/ }).click()
  await expect(page.getByRole('dialog')).toContainText(/R-\d+/)
  expectOneKey(keys)
})

test('cash put in: one entry', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/cash')
  await page.getByRole('button', { name: 'Cash in', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Amount').fill('500')
  await form.getByLabel('Reason').fill('change from the bank')
  const mend = await loseAnswers(page, '**/cash-moves')
  await page.keyboard.press('Enter')
  await expectKept(form, 'Put it in', [
    ['Amount', '500'],
    ['Reason', 'change from the bank'],
  ])
  const keys = await mend()
  await form.getByRole('button', { name: 'Put it in' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Cash in and out by hand' }).getByRole('row')).toHaveCount(2)
  expectOneKey(keys)
})

test('a booking: one slot', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/bookings')
  await page.keyboard.press('n')
  const form = page.getByRole('dialog')
  await form.getByLabel('Number plate').fill('KL55ZZ9001')
  await form.getByRole('radio', { name: /^17:00/ }).check()
  const mend = await loseAnswers(page, '**/api/v1/bookings')
  await form.getByRole('button', { name: /^Book|^Hold/ }).click()
  await expectKept(form, 'Book', [['Number plate', 'KL55ZZ9001']])
  const keys = await mend()
  await form.getByRole('button', { name: /^Book|^Hold/ }).click()
  await expect.poll(() => keys.length).toBeGreaterThan(1)
  expectOneKey(keys)
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'KL55ZZ9001')).toHaveCount(1)
})

test('a wash without a booking: one car on the board', async ({ page, server }) => {
  const caller = await counter(server)
  const jobs = async () =>
    ((await caller.get('/api/v1/wash-jobs')).json() as WashBoard).columns.flatMap(({ jobs: these }) => these)
  // The demo site's own cars drive off, so that a bay is free.
  for (const { state, booking_id: id } of await jobs()) {
    if (state !== 'booked') await caller.post(`/api/v1/bookings/${id}/complete`)
  }
  // And is cleaned.
  server.advance(15 * 60_000)
  await signIn(page, server, 'attendant', '#/washes')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wash board')
  await page.keyboard.press('w')
  const form = page.getByRole('dialog')
  await form.getByLabel('Number plate').fill('KL55ZZ9002')
  const mend = await loseAnswers(page, '**/api/v1/wash-walk-ins')
  await page.keyboard.press('Enter')
  await expectKept(form, 'Take a bay', [['Number plate', 'KL55ZZ9002']])
  const keys = await mend()
  await form.getByLabel('Number plate').press('Enter')
  await expect(page.getByRole('dialog', { name: 'Take payment' })).toBeVisible()
  expectOneKey(keys)
})

test('a server that stops while somebody types: what was typed is there when it is back, and is sent then', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000)
  await signIn(page, server, 'attendant')
  await page.keyboard.press('w')
  const form = page.getByRole('dialog', { name: 'Walk-in' })
  await page.keyboard.type('KL01ZZ42')
  await server.halt()
  await page.keyboard.type('42')
  await page.keyboard.press('Enter')
  await expectKept(form, 'ticket', [['Number plate', 'KL01ZZ4242']])
  const ports = { port: portOf(server.publicUrl), staffPort: portOf(server.staffUrl) }
  const again = await startTestServer({ dataDir: server.dataDir, time: server.time, ...ports })
  try {
    await expect(page.locator('.server-clock').first()).toContainText('Live', { timeout: 60_000 })
    await expect(form.getByLabel('Number plate')).toHaveValue('KL01ZZ4242')
    await form.getByLabel('Number plate').press('Enter')
    await expect(page.getByRole('dialog', { name: 'Ticket' })).toContainText('KL01ZZ4242')
  } finally {
    await again.halt()
  }
})
