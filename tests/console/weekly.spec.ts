import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, signIn, test } from './console-test.ts'
import { plantHistory } from './planted-history.ts'
import { typeDay } from './date-fields.ts'

const DAY = 86_400_000

test('weeks are kept when they are over, and had as PDF in each language', async ({ page, server }) => {
  await plantHistory(server)
  // From Friday to Monday: the week of the planted days is over.
  server.advance(3 * DAY)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?days=today`)
  const weeks = page.getByRole('table', { name: 'Weekly summaries' })
  await expect(weeks.getByRole('row')).not.toHaveCount(0)
  await expect(weeks.getByRole('row').nth(1)).toContainText('They agree')
  for (const language of ['English', 'العربية']) {
    await page.getByLabel('Language of the PDF').selectOption(language)
    const saved = page.waitForEvent('download')
    await weeks.getByRole('button').first().click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('harbour-street-park-wash-week-2025-12-01.pdf')
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await typeDay(page, 'A day of any other week', '2025-11-26')
  const other = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the week of Wed, Nov 26 as PDF' }).click()
  expect((await other).suggestedFilename()).toBe('harbour-street-park-wash-week-2025-11-24.pdf')
})

test('a folder gets each summary; one that is not there is said at once', async ({ page, server }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-weeks-'))
  server.advance(3 * DAY)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?days=today`)
  await page.getByLabel('Folder for a copy of each').fill(join(folder, 'none'))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Nothing can be written to that folder.')).toBeVisible()
  await page.getByLabel('Folder for a copy of each').fill(folder)
  await page.getByLabel('The week begins on').selectOption('Sunday')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Saved\. The next summary is made on/)).toBeVisible()
  server.advance(8 * DAY)
  await expect.poll(() => readdirSync(folder), { timeout: 30_000 }).not.toEqual([])
  rmSync(folder, { recursive: true })
})
