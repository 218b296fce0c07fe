import { expect, rowOf, signIn, test } from './console-test.ts'
import { authorise, letIn } from './counter-work.ts'
import { watchPrinting } from './print-watch.ts'
import { typeDay } from './date-fields.ts'

test('a receipt is found by number, plate and day, and its address keeps the search', async ({ page, server }) => {
  await signIn(page, server, 'attendant', '#/receipts')
  await expect(page.getByRole('button', { name: 'Show R-000001' })).toBeVisible()
  const plate = await rowOf(page, 'R-000001').locator('.plate').innerText()
  await page.keyboard.press('f')
  await page.keyboard.type(plate.slice(0, 7).toLowerCase())
  await expect(rowOf(page, plate).first()).toBeVisible()
  await page.getByLabel('Number or plate').fill('2')
  await expect(page.getByText('1 receipt or credit note', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show R-000002' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Number or plate')).toHaveValue('2')

  await page.getByLabel('Number or plate').fill('nowhere')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show today’s receipts' }).click()
  await expect(page.getByRole('button', { name: 'Show R-000001' })).toBeVisible()
  await typeDay(page, 'Day', '2024-01-01')
  await expect(page.getByText('No receipts on this day')).toBeVisible()
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Show R-000001' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Total')
})

test('the first print is the original, each one after it a COPY, on the paper that this machine remembers', async ({
  page,
  server,
}) => {
  const printed = await watchPrinting(page)
  await signIn(page, server, 'attendant', '#/receipts')
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  const sheet = page.getByRole('dialog', { name: 'Receipt R-000001' })
  const shown = await sheet.getByRole('region', { name: 'As it is printed' }).innerText()
  await expect(sheet).toContainText('the first print is the original')
  await sheet.getByRole('button', { name: 'Print' }).click()
  await expect(sheet).toContainText('The original was printed. The next print will say COPY 1.')
  await sheet.getByLabel('Paper').selectOption('Sheet, A4')
  await sheet.getByRole('button', { name: 'Print' }).click()
  await expect(sheet).toContainText('The next print will say COPY 2.')
  const [original, copy] = await printed()
  expect(original?.text.replace(/\s+/g, ' ').trim()).toBe(shown.replace(/\s+/g, ' ').trim())
  expect(original?.codes).toBe(1)
  expect(original?.page).toMatch(/size: 80mm \d{3}mm/)
  expect(copy?.text).toContain('COPY 1')
  expect(copy?.page).toMatch(/size: a4/i)
  // Nothing stays behind that the browser's own printing could make another original of.
  await expect(page.locator('.print-sheet')).toHaveCount(0)

  const saving = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Save as PDF' }).click()
  expect((await saving).suggestedFilename()).toBe('R-000001-copy-2.pdf')
  await expect(sheet).toContainText('The next print will say COPY 3.')
  await page.reload()
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  await expect(page.getByLabel('Paper')).toHaveValue('a4')
})

test('the next print is in the language that its reader chose: the words, and no figure', async ({ page, server }) => {
  const printed = await watchPrinting(page)
  await signIn(page, server, 'attendant', '#/receipts')
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  const sheet = page.getByRole('dialog', { name: 'Receipt R-000001' })
  const paper = sheet.locator('.receipt-paper')
  const amounts = async () =>
    (await paper.locator('[data-weight] .receipt-paper__value').allInnerTexts()).map((one) =>
      one.replaceAll('\u200E', ''),
    )
  await expect(sheet.getByLabel('Language of the print')).toHaveValue('en')
  const issued = await amounts()
  expect(issued.length).toBeGreaterThan(2)
  for (const [name, total, direction] of [
    ['हिन्दी', 'कुल', 'ltr'],
    ['മലയാളം', 'ആകെ', 'ltr'],
    ['العربية', 'المجموع', 'rtl'],
  ] as const) {
    await sheet.getByLabel('Language of the print').selectOption(name)
    await expect(paper.locator('[data-weight="total"]')).toContainText(total)
    await expect(paper).toHaveAttribute('dir', direction)
    expect(await amounts()).toEqual(issued)
  }
  await sheet.getByRole('button', { name: 'Print' }).click()
  await expect(sheet).toContainText('The next print will say COPY 1.')
  expect((await printed())[0]?.text).toContain('المجموع')
  // It was for this receipt: the next one is in the site's own language again.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show R-000002' }).click()
  await expect(page.getByLabel('Language of the print')).toHaveValue('en')
})

test('on paper there is the receipt and nothing else', async ({ page, server }) => {
  await page.addInitScript(() => {
    // The sheet stays for the test to look at, as it does while a print dialog is open.
    window.print = () => {
      const kept = document.querySelector('.print-sheet')?.cloneNode(true)
      setTimeout(() => kept && document.body.append(kept))
    }
  })
  await signIn(page, server, 'owner', '#/receipts')
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Print' }).click()
  await expect(page.locator('.print-sheet')).toHaveCount(1)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('.print-sheet')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.shell')).toBeHidden()
  const box = await page.locator('.print-sheet').boundingBox()
  expect([box?.x, box?.y]).toEqual([0, 0])
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
})

test('money goes back from a receipt, and its credit note is one press away', async ({ page, server }) => {
  await signIn(page, server, 'owner', '#/receipts')
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Give money back' }).click()
  const refund = page.getByRole('dialog', { name: /^Refund for/ })
  await refund.getByLabel('Amount').fill('10')
  await authorise(page, 'the brushes were worn', 'Give the money back')
  const note = page.getByRole('dialog').getByRole('button', { name: 'Credit note C-000001' })
  await note.click()
  const credit = page.getByRole('dialog', { name: 'Credit note C-000001' })
  await expect(credit).toContainText('the brushes were worn')
  await expect(credit.getByRole('button', { name: 'Give money back' })).toHaveCount(0)
  await credit.getByRole('button', { name: 'Receipt R-000001' }).click()
  await expect(page.getByRole('dialog', { name: 'Receipt R-000001' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'C-000001')).toContainText('-₹10.00')
})

test('after a payment the receipt is printed, saved and looked at from where it was paid', async ({ page, server }) => {
  const printed = await watchPrinting(page)
  await signIn(page, server, 'attendant')
  await letIn(page, 'KL01ZZ4242')
  server.advance(25 * 60_000)
  await page.keyboard.press('e')
  await page.keyboard.type('4242')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Cash handed over')).toBeFocused()
  await page.keyboard.press('Enter')
  const left = page.getByRole('dialog', { name: 'Open the gate' })
  await left.getByRole('button', { name: /^Print R-/ }).click()
  await expect.poll(printed).toHaveLength(1)
  const [paper] = await printed()
  expect(paper?.text).toContain('KL01ZZ4242')
  expect(paper?.text).not.toContain('COPY')
  await left.getByRole('button', { name: /^Show R-/ }).click()
  await expect(page.getByRole('dialog', { name: /^Receipt R-/ })).toContainText('The next print will say COPY 1.')
  await page.keyboard.press('Escape')
  await expect(left).toBeVisible()
})

test('a computer without a printer says so, and that the next print is a copy', async ({ page, server }) => {
  await page.addInitScript(() => {
    const kerbside = { staffUrl: location.origin, printPage: () => Promise.reject(new Error('no printers available')) }
    Object.assign(window, { kerbside })
  })
  await signIn(page, server, 'attendant', '#/receipts')
  await page.getByRole('button', { name: 'Show R-000001' }).click()
  const sheet = page.getByRole('dialog', { name: 'Receipt R-000001' })
  await sheet.getByRole('button', { name: 'Print' }).click()
  await expect(sheet.getByRole('alert')).toContainText('Nothing was printed')
  await expect(sheet).toContainText('The next print will say COPY 1.')
})
