import type { Pdf } from './pdf-file.ts'
import type { Typesetter } from './typesetter.ts'

const style = { size: 150, bold: true, colour: '#ececec' } as const

/** A word across the current page, pale, to be drawn before what stands on it. */
export function drawWatermark(pdf: Pdf, type: Typesetter, text: string, page: { width: number; height: number }): void {
  const [line] = type.wrap(text, style, Number.POSITIVE_INFINITY)
  if (line === undefined) return
  const middle = { x: page.width / 2, y: page.height / 2 }
  pdf.save()
  pdf.rotate(-50, { origin: [middle.x, middle.y] })
  type.draw(line, middle.x - line.width / 2, middle.y - type.height(style) / 2, style)
  pdf.restore()
}
