import { describe, expect, it } from 'vitest'
import { printer, zReport } from './documents.ts'
import { readPdf } from './read-pdf.ts'

describe('reportPdf', () => {
  it('carries a long table over pages, its head on each, and numbers them', async () => {
    const { pages, text } = await readPdf(await printer.reportPdf(zReport))
    expect(pages).toHaveLength(3)
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain('NumberServiceAmount')
      expect(page.text).toContain(`Page${index + 1}of3`)
      expect(Math.round(page.width)).toBe(210)
    }
    for (let number = 1; number <= 90; number += 1) expect(text).toContain(`R-${String(number).padStart(6, '0')}`)
    expect(text).toContain('₹7,605.00')
    expect(text).toContain('Openingfloat₹2,000.00')
  })

  it('is marked DEMO on every page of a demo site, and on none of another', async () => {
    const demo = await readPdf(await printer.reportPdf({ ...zReport, demo: true }))
    for (const page of demo.pages) expect(page.text).toContain('DEMO')
    expect((await readPdf(await printer.reportPdf(zReport))).text).not.toContain('DEMO')
  })

  it('makes the same bytes of the same report', async () => {
    const [first, second] = [await printer.reportPdf(zReport), await printer.reportPdf(zReport)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})
