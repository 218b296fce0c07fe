import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { loadPrintFonts } from '../../../../src-server/printing/print-fonts.ts'
import { clustersOf, visualRuns } from '../../../../src-server/printing/text-runs.ts'
import { readFont } from '../../../support/print-fonts.ts'

const fonts = await loadPrintFonts(readFont)
const runsOf = (text: string) => visualRuns(clustersOf(text, fonts))
const textsOf = (text: string) => runsOf(text).map((run) => run.text)

/** Numbers of the glyphs that a text comes to; 0 is the empty box. */
function glyphsOf(text: string): number[] {
  return runsOf(text).flatMap(({ text: run, font }) => {
    const shaper = create(font.regular)
    return 'layout' in shaper ? shaper.layout(run).glyphs.map(({ id }) => id) : []
  })
}

describe('text in runs', () => {
  it.each([
    'KL-07 ₹250.00 ± 13 ms · 7 × 15 min – “quoted” … €',
    'क्षत्रिय स्त्री हिन्दी ₹ वर्षा, 18%',
    'ഫുൾ വാഷ് ക്ഷമ സ്ത്രീ ന്‍ നന്ദി',
    'غسيل كامل 50 دقيقة (داخلي)، ٢٥٠',
    'Čeština, Łódź, Türkçe, Tiếng Việt, Ελλάδα, Москва',
    'a\u200B\u00AD\uFEFF\u202F\u2009b',
  ])('has a glyph for every character of %s', (text) => {
    expect(glyphsOf(text)).not.toContain(0)
    expect(textsOf(text).join('')).not.toContain('?')
  })

  it('says ? for a character that no font has', () => {
    expect(textsOf('洗車 ok').join('')).toBe('?? ok')
    expect(glyphsOf('洗車 ok')).not.toContain(0)
  })

  it('puts numbers within Arabic to the left of what was read before them', () => {
    expect(
      textsOf('غسيل 50 دقيقة')
        .filter((text) => text !== ' ')
        .map((text) => text.trim()),
    ).toEqual(['دقيقة', '50', 'غسيل'])
  })

  it('mirrors brackets within Arabic, and keeps Latin around it in its order', () => {
    const runs = textsOf('Wash غسيل (كامل) x')
    expect(runs[0]).toBe('Wash ')
    expect(runs.at(-1)?.trim()).toBe('x')
    expect(runs.join('')).toMatch(/\(.*كامل.*\)/u)
  })

  it('reads Persian digits from left to right', () => {
    // The font's shaping turns what it takes for Arabic around; turned beforehand, it comes out as 12.
    expect(textsOf('۱۲')).toEqual(['۲۱'])
  })
})
