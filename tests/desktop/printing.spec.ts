import { expect, type Locator, type Page, test } from '@playwright/test'
import { noCups, type PrintServer, startCups } from './cups.ts'
import { type DesktopApp, developmentTree, signIn, startDesktop } from './desktop-app.ts'

test.describe('printing without a dialog, on a real CUPS', () => {
  test.skip(process.platform !== 'linux', 'the print server of this test is of Linux')
  test.skip(noCups !== undefined, noCups ?? '')
  let cups: PrintServer | undefined
  let desktop: DesktopApp | undefined
  test.afterEach(async () => {
    await desktop?.dispose()
    await cups?.dispose()
    desktop = undefined
    cups = undefined
  })

  async function start(): Promise<{ page: Page; cups: PrintServer }> {
    cups = await startCups()
    cups.add('counter')
    desktop = await startDesktop(developmentTree, cups.env)
    await signIn(desktop.page)
    return { page: desktop.page, cups }
  }

  async function chooseCounter(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Display', exact: true }).click()
    await page.getByLabel('Printer for receipts and Z reports').selectOption('counter')
  }

  /** The width and the height of a document's pages, in points of 1/72 inch. */
  function sizeOf(document: Buffer | undefined): readonly number[] {
    const text = document?.toString('latin1') ?? ''
    return [...(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text) ?? [])].slice(1).map(Number)
  }

  /** The first receipt there is, on whatever day: the demo's day may just have begun. */
  async function openReceipt(page: Page): Promise<Locator> {
    await page.getByRole('link', { name: 'Receipts', exact: true }).click()
    await page.getByLabel('Number or plate').fill('1')
    await page
      .getByRole('button', { name: /^Show R-/ })
      .first()
      .click()
    return page.getByRole('dialog')
  }

  test('a test page and a receipt go to the chosen printer, for paper of a roll’s width', async () => {
    const { page, cups: server } = await start()
    await chooseCounter(page)
    await page.getByRole('button', { name: 'Print a test page: Printer for receipts and Z reports' }).click()
    await expect(page.getByText('Sent to counter')).toBeVisible()
    await expect.poll(() => server.documents().length).toBe(1)
    await page.getByRole('button', { name: 'Done' }).click()
    const dialog = await openReceipt(page)
    await dialog.getByRole('button', { name: 'Print', exact: true }).click()
    await expect.poll(() => server.documents().length).toBe(2)
    for (const document of server.documents()) {
      expect(document.subarray(0, 5).toString()).toBe('%PDF-')
      expect(sizeOf(document)[0]).toBeCloseTo((80 / 25.4) * 72, -0.5)
    }
    const [tested, receipt] = server.documents().map((document) => sizeOf(document)[1]!)
    expect(receipt).toBeGreaterThan(tested!)
  })

  test('a printer that is stopped or gone is told with what to do; when it is back, the same print goes to it', async () => {
    const { page, cups: server } = await start()
    await chooseCounter(page)
    await page.getByRole('button', { name: 'Done' }).click()
    const dialog = await openReceipt(page)
    server.stop('counter')
    await dialog.getByRole('button', { name: 'Print', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('the printer counter is stopped')
    server.remove('counter')
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog.getByRole('alert')).toContainText('the printer counter is not there')
    expect(server.documents()).toEqual([])
    server.add('counter')
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await expect.poll(() => server.documents().length).toBe(1)
  })
})
