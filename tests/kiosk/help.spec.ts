import { expectNoAxeFindings } from '../support/axe.ts'
import { intercept } from '../support/intercept.ts'
import { expect, test } from './kiosk-test.ts'
import { Counter } from './status-walk.ts'
import { smallTargets } from './walk-checks.ts'

const call = 'Call the attendant'

test('one touch calls the attendant, from the first screen too, and shows when somebody is on the way', async ({
  kiosk,
  page,
  server,
}) => {
  const counter = new Counter(server)
  await counter.signIn()
  await kiosk.open()
  await kiosk.button(call).tap()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Help is on its way' })).toBeVisible()
  await expectNoAxeFindings(page, 'help')
  expect(await page.evaluate(smallTargets)).toEqual([])
  await dialog.getByRole('button', { name: 'Go on' }).tap()
  await expect(kiosk.heading('Harbour Street Park & Wash')).toBeVisible()
  await expect(kiosk.button('Attendant called')).toBeVisible()

  const { calls } = (await counter.ask('GET', '/api/v1/help-calls')) as { calls: { id: string }[] }
  expect(calls).toHaveLength(1)
  await counter.ask('POST', `/api/v1/help-calls/${calls[0]?.id}/take`)
  await expect(kiosk.button('Attendant on the way')).toBeVisible()
  await kiosk.button('Touch to begin').tap()
  await kiosk.button('Attendant on the way').tap()
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText('The attendant is on the way to you')
  await kiosk.button('Go on').tap()
  // The next customer has called nobody.
  await kiosk.button('Cancel').tap()
  await expect(kiosk.button(call)).toBeVisible()
})

test('whoever needs nobody after all says so, and the console hears it', async ({ kiosk, page, server }) => {
  const counter = new Counter(server)
  await counter.signIn()
  await kiosk.open()
  await kiosk.button(call).tap()
  await kiosk.button('Never mind, I do not need help').tap()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('The attendant is told that you do not need help')
  await expectNoAxeFindings(page, 'help, withdrawn')
  expect(await counter.ask('GET', '/api/v1/help-calls')).toEqual({ calls: [] })
  await kiosk.button('Go on').tap()
  await expect(kiosk.button(call)).toBeVisible()
})

test('what was chosen and typed stays while the attendant is called', async ({ kiosk, page }) => {
  await kiosk.toPlate()
  await kiosk.tapKeys('KL07')
  await kiosk.button(call).tap()
  await kiosk.button('Go on').tap()
  await expect(page.getByRole('textbox')).toHaveValue('KL07')
})

test('a kiosk that cannot reach the server says where to go instead, and tries again', async ({ kiosk, page }) => {
  let isAway = true
  await kiosk.toServices()
  await intercept(page, '**/api/v1/help-calls', (route) =>
    isAway ? route.abort('connectionrefused') : route.continue(),
  )
  await kiosk.button(call).tap()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('The attendant cannot be called from here just now')
  await expect(dialog).toContainText('Please go to the counter')
  await expectNoAxeFindings(page, 'help, not reached')
  isAway = false
  await dialog.getByRole('button', { name: 'Try again' }).tap()
  await expect(dialog.getByRole('heading')).toHaveText('Help is on its way')
})

test.describe('where nobody has paired the tablet', () => {
  test.use({ access: 'paired' })
  test('it says where to go instead', async ({ kiosk, page }) => {
    await kiosk.open()
    await expect(kiosk.heading('Pair this kiosk')).toBeVisible()
    await kiosk.button(call).tap()
    await expect(page.getByRole('dialog')).toContainText('Please go to the counter')
  })
})
