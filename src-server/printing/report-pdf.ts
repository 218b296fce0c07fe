import { isRightToLeft } from '../../src-shared/i18n/languages.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import { A4, bytesOf, mm, newPdf, type Pdf } from './pdf-file.ts'
import type { PrintMeans } from './receipt-pdf.ts'
import type { ReportDocument } from './report-document.ts'
import { ReportSheet } from './report-sheet.ts'
import { Typesetter } from './typesetter.ts'
import { drawWatermark } from './watermark.ts'

/** A report as PDF, over as many sheets as it takes. The same report and means make the same bytes. */
export async function reportPdf(report: ReportDocument, { fonts, t }: PrintMeans): Promise<Uint8Array> {
  const { title, site, language, made, currency } = report
  const pdf = await newPdf({ title: `${title}, ${report.period}`, author: site.name, language, made })
  const type = new Typesetter(pdf, fonts)
  const sheet = new ReportSheet(pdf, type, {
    cellText: (cell) => (typeof cell === 'string' ? cell : formatMoney({ ...cell, currency }, `${language}-u-nu-latn`)),
    mirrored: isRightToLeft(language),
    onNewPage: () => report.demo && drawWatermark(pdf, type, t('receipt.demo'), A4),
  })
  sheet.text(site.name, 'site')
  for (const line of site.address) sheet.text(line, 'note')
  if (report.demo) sheet.text(t('receipt.demo'), 'title')
  sheet.text(title, 'title')
  sheet.text(report.period, 'body')
  sheet.text(t('report.generated', { at: report.generated_at }), 'note')
  for (const section of report.sections) {
    sheet.heading(section.title)
    sheet.fields(section.fields ?? [])
    for (const table of section.tables ?? []) sheet.table(table)
    for (const note of section.notes ?? []) sheet.text(note, 'note')
  }
  footPages(pdf, type, report, (page, pages) => t('report.page', { page: String(page), pages: String(pages) }))
  return bytesOf(pdf)
}

function footPages(pdf: Pdf, type: Typesetter, report: ReportDocument, words: (page: number, of: number) => string) {
  const style = { size: 8, colour: '#444444' } as const
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page)
    const [left] = type.wrap(`${report.site.name} · ${report.title} · ${report.period}`, style, mm(130))
    const [right] = type.wrap(words(page + 1, count), style, mm(40))
    const y = A4.height - mm(14)
    const [first, last] = isRightToLeft(report.language) ? [right, left] : [left, right]
    if (first !== undefined) type.draw(first, mm(20), y, style)
    if (last !== undefined) type.draw(last, A4.width - mm(20) - last.width, y, style)
  }
}
