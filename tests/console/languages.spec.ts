import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { hindi } from '../../src-shared/i18n/messages/hi/index.ts'
import { malayalam } from '../../src-shared/i18n/messages/ml/index.ts'
import { expect, signIn, test } from './console-test.ts'

test('each person reads the console in their own language, and the sign-in page speaks what it last did', async ({
  page,
  server,
}) => {
  await page.goto(server.consoleUrl)
  await page.getByText('हिन्दी').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi')
  await page.getByLabel(hindi['console.signIn.username']).fill(server.owner.username)
  await page.getByLabel(hindi['console.signIn.password'], { exact: true }).fill(server.owner.password)
  await page.getByRole('button', { name: hindi['console.signIn.submit'] }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hindi['console.today.title'])

  // Their own from then on, whatever the machine speaks to others.
  await page.getByRole('button', { name: hindi['console.signOut'] }).click()
  await page.getByText('English').click()
  await signIn(page, server, 'attendant')
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('മലയാളം').click()
  await expect(page.getByRole('dialog').getByRole('heading').first()).toHaveText(malayalam['console.display.title'])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ml')
})

test.describe('a browser that reads Hindi', () => {
  test.use({ locale: 'hi-IN', serverOptions: { demo: false } })
  test('is met in it on the first start', async ({ page, server }) => {
    await page.goto(server.consoleUrl)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(hindi['start.language.title'])
  })
})

test('a report is saved in the language of whoever asks', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByText('हिन्दी').click()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: hindi['report.nav'] }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: hindi['report.csv'] }).first().click()
  const file = await (await saving).createReadStream()
  let text = ''
  for await (const part of file) text += String(part)
  expect(text.split('\r\n')[0]).toContain(hindi['report.column.takings'])
  expect(text).not.toContain(english['report.column.takings'])
})
