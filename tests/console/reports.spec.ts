import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expectNoAxeFindings } from '../support/axe.ts'
import { expect, signIn, test } from './console-test.ts'
import { plantHistory, withStore } from './planted-history.ts'
import { typeDay } from './date-fields.ts'

const rupees = (minor: number) =>
  new Intl.NumberFormat('en', { style: 'currency', currency: 'INR' }).format(minor / 100)

function tile(page: Page, name: string) {
  return page.locator(`[data-tile="${name}"] .metric__figure`)
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

test('the figures of a period, beside those of the days before, with every chart as a table', async ({
  page,
  server,
}) => {
  const takings = await plantHistory(server)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?from=2025-11-28&to=2025-12-04`)
  const sum = (days: readonly number[]) => days.reduce((all, minor) => all + minor, 0)
  const [now, before] = [sum(takings.slice(7)), sum(takings.slice(0, 7))]
  await expect(tile(page, 'Takings')).toHaveText(rupees(now))
  await expect(page.locator('[data-tile="Takings"]')).toContainText(
    `${rupees(Math.abs(now - before))} ${now > before ? 'more' : 'less'} than`,
  )
  await expect(page.getByText('All books say the same, to the last unit.')).toBeVisible()
  await expect(page.getByText(/The best day was .+ with ₹/)).toBeVisible()
  const byDay = page.getByRole('figure', { name: 'Takings by day' })
  await byDay.getByText('As a table').click()
  await expect(byDay.getByRole('row')).toHaveCount(8)
  await expect(byDay.getByRole('row').last()).toContainText(rupees(takings[13]!))
  const heat = page.getByRole('figure', { name: 'Occupancy by weekday and hour' })
  await expect(heat.getByRole('row')).toHaveCount(8)
  await expect(page.getByRole('figure', { name: 'Washes by day' })).toContainText(/washes were finished/)

  // By hand, and by the usual stretches.
  await page.getByText('Yesterday', { exact: true }).click()
  await expect(tile(page, 'Takings')).toHaveText(rupees(takings[13]!))
  await page.getByText('7 days', { exact: true }).click()
  await expect(page).toHaveURL(/#\/reports\?days=week$/)
  await typeDay(page, 'From', '2025-12-04')
  await typeDay(page, 'To', '2025-12-03')
  await expect(page.getByText('The last day is before the first.')).toBeVisible()
})

test('a table goes out as CSV, the whole as PDF', async ({ page, server }) => {
  await plantHistory(server)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?from=2025-12-04&to=2025-12-04`)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download “Takings by method” as CSV' }).click()
  const csv = await saved
  expect(csv.suggestedFilename()).toBe('harbour-street-park-wash-takings-by-method-2025-12-04.csv')
  expect(await textOf(csv)).toMatch(/^\uFEFFMethod,Times,Paid,Given back,Takings,Currency\r\nCash,\d+,\d+\.\d\d,0\.00,/)
  await page.getByLabel('CSV files are for').selectOption('Excel that writes 12,5')
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download “Takings by method” as CSV' }).click()
  expect(await textOf(await again)).toMatch(
    /^\uFEFFMethod;Times;Paid;Given back;Takings;Currency\r\nCash;\d+;\d+,\d\d;0,00;/,
  )
  const printed = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PDF' }).click()
  expect((await printed).suggestedFilename()).toBe('harbour-street-park-wash-report-2025-12-04.pdf')
  expect(await textOf(await printed)).toMatch(/^%PDF-/)
})

test('what is out of the ordinary is narrowed by kind and person, and leads to the trail', async ({ page, server }) => {
  await plantHistory(server)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?from=2025-11-21&to=2025-12-04`)
  const table = page.getByRole('table', { name: 'What happened, newest first' })
  await expect(table.getByRole('row', { name: /Ticket voided/ })).toHaveCount(4)
  await page.getByLabel('What', { exact: true }).selectOption('Lost ticket')
  await expect(table.getByRole('row')).toHaveCount(4)
  await expect(table).toContainText('Ravi Menon')
  await table
    .getByRole('link', { name: /Audit trail of Lost ticket/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit trail')
})

test('books that do not agree are loud', async ({ page, server }) => {
  await plantHistory(server)
  withStore(server, (db) => {
    db.exec('DROP TRIGGER receipt_is_never_changed')
    db.exec("UPDATE receipt SET total_minor = total_minor + 100 WHERE payment_id = 'pc1-0'")
  })
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/reports?from=2025-12-04&to=2025-12-04`)
  await expect(page.getByRole('alert').filter({ hasText: 'The books do not agree' })).toBeVisible()
  await expect(page.getByText('Differs by -₹1.00')).toBeVisible()
  await page.getByRole('link', { name: /pc1-0/ }).click()
  await expect(page.getByText('Only about pc1-0')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('the chain is verified, and a line that was changed is named', async ({ page, server }) => {
  await plantHistory(server)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/audit?from=2025-11-21&to=2025-12-05`)
  await expect(page.getByText('Each line carries a fingerprint')).toBeVisible()
  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await expect(page.getByText('The chain is whole')).toBeVisible()
  await page.getByRole('button', { name: 'Older lines' }).click()
  await expect(page.getByText('100 lines shown')).toBeVisible()
  withStore(server, (db) => {
    db.exec('DROP TRIGGER event_is_never_changed')
    db.exec(
      `UPDATE event SET data = replace(data, '"amount_minor":4000', '"amount_minor":3000') WHERE seq = (SELECT min(seq) FROM event WHERE data LIKE '%"amount_minor":4000%')`,
    )
  })
  await page.getByRole('button', { name: 'Verify again' }).click()
  const findings = page.getByRole('region', { name: 'Is the trail whole?' }).getByRole('alert')
  await expect(findings).toContainText(/The chain is broken at line \d+/)
  await expect(findings).toContainText('Changed, or the line before it with its hash')
  await expect(findings).toContainText('Money was written down otherwise')
})

test('a line is opened, and the lines about the same thing are found', async ({ page, server }) => {
  await plantHistory(server)
  await signIn(page, server)
  await page.goto(`${server.consoleUrl}#/audit?from=2025-11-21&to=2025-12-05`)
  await page.getByLabel('Search').fill('pw1-0')
  await expect(page.getByText('2 lines shown')).toBeVisible()
  await page.getByLabel('Part').selectOption('Money')
  await page.getByRole('row').filter({ hasText: 'Payment recorded' }).getByRole('button').click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('payment.recorded')
  await expect(sheet).toContainText('₹')
  await expect(sheet).toContainText('Ravi Menon')
  await sheet.getByRole('button', { name: 'Everything about this' }).click()
  await expect(page.getByText('Only about pw1-0')).toBeVisible()
  await page.getByLabel('Search').fill('nowhere')
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('an attendant has neither of the two screens', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/reports')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await expect(page.getByRole('link', { name: 'Reports' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Audit trail' })).toHaveCount(0)
})

for (const look of [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { contrast: 'more' } },
] as const) {
  test(`axe finds nothing on reports and trail, ${look.name}; text of twice the size loses nothing`, async ({
    page,
    server,
  }) => {
    test.setTimeout(120_000)
    await plantHistory(server)
    await page.emulateMedia({ ...look.media, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await signIn(page, server)
    for (const [screen, words] of [
      ['reports?from=2025-11-21&to=2025-12-04', 'The best day was'],
      ['audit?from=2025-11-21&to=2025-12-05', 'lines shown'],
    ] as const) {
      await page.goto(`${server.consoleUrl}#/${screen}`)
      await expect(page.getByText(words)).toBeVisible()
      for (const table of await page.getByText('As a table').all()) await table.click()
      await expectNoAxeFindings(page, screen, { within: 'main' })
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, screen).toBeLessThanOrEqual(0)
      await page.evaluate(() => (document.documentElement.style.fontSize = ''))
    }
  })
}
