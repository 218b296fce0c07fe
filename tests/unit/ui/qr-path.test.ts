import QRCode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { qrPath } from '../../../src-shared/ui/qr-path.ts'

const QUIET = 4
const masks = [0, 1, 2, 3, 4, 5, 6, 7] as const

describe('a QR code', () => {
  it.each([
    ['a short text', 'KL07BX1234'],
    ['a link to a receipt', 'http://192.168.0.7:8000/kiosk/#/receipt/abcdefghijklmnopqrstuv'],
    ['a link with a token', `http://192.168.0.7:8000/kiosk/#/booking/${'b'.repeat(26)}/${'t-_9'.repeat(40)}`],
  ])('of %s is what another maker draws, but for mask and correction, which may be better than asked', (_, text) => {
    const { path, side } = qrPath(text)
    const drawn = modulesOf(path, side - 2 * QUIET)
    expect(masked(text)).toContain(drawn)
  })
})

/** The same text in each of the eight masks of the standard, with the correction asked for or more. */
function masked(text: string): string[] {
  const kinds = (['M', 'Q', 'H'] as const).flatMap((level) => masks.map((mask) => ({ level, mask })))
  return kinds.map(({ level, mask }) => {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: level, maskPattern: mask })
    const rows = Array.from({ length: modules.size }, (_row, row) =>
      Array.from({ length: modules.size }, (_column, column) => (modules.get(row, column) === 0 ? '.' : '#')).join(''),
    )
    return rows.join('\n')
  })
}

function modulesOf(path: string, size: number): string {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step += 1) rows[Number(y) - QUIET]![Number(x) - QUIET + step] = '#'
  }
  return rows.map((row) => row.join('')).join('\n')
}
