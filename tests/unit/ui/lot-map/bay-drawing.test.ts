import { describe, expect, it } from 'vitest'
import type { LaidBay, Outline } from '../../../../src-shared/lot/lot-layout.ts'
import { bayParts } from '../../../../src-shared/ui/lot-map/bay-parts.ts'
import { captionLines, fitLines, plateLines } from '../../../../src-shared/ui/lot-map/bay-text.ts'

describe('bayParts', () => {
  const bay = (rotation: LaidBay['rotation'], width: number, height: number): LaidBay => {
    return { id: 'a', x: 100, y: 200, width, height, rotation }
  }

  it.each([
    [0, 25, 50, 'below'],
    [180, 25, 50, 'above'],
    [90, 50, 25, 'left'],
    [270, 50, 25, 'right'],
  ] as const)('with the car looking %i°, the label stands at the mouth', (rotation, width, height, side) => {
    const { label, middle } = bayParts(bay(rotation, width, height))
    const found = {
      below: label.y >= middle.y + middle.height,
      above: label.y + label.height <= middle.y,
      left: label.x + label.width <= middle.x,
      right: label.x >= middle.x + middle.width,
    }
    expect(Object.entries(found).filter(([, is]) => is)).toEqual([[side, true]])
  })

  it.each([0, 90, 180, 270] as const)('keeps every part within the bay at %i°, narrow ones too', (rotation) => {
    const isUpright = rotation === 0 || rotation === 180
    for (const [across, along] of [
      [16, 34],
      [25, 50],
      [40, 60],
    ] as const) {
      const place = isUpright ? bay(rotation, across, along) : bay(rotation, along, across)
      const { tile, label, middle, standing, badge, symbol, mark } = bayParts(place)
      const box = ({ x, y }: { x: number; y: number }) => ({
        x: x - mark / 2,
        y: y - mark / 2,
        width: mark,
        height: mark,
      })
      for (const part of [tile, label, middle, standing, box(badge), box(symbol)]) {
        expect(isWithin(part, place)).toBe(true)
      }
    }
  })
})

describe('the text in a bay', () => {
  it('writes a plate in two lines, its last four below, and only those in a narrow bay', () => {
    expect(plateLines('KL-07 BX 1234', 23)).toEqual(['KL07BX', '1234'])
    expect(plateLines('KL07BX1234', 14)).toEqual(['1234'])
    expect(plateLines('AB123', 14)).toEqual(['AB123'])
  })

  it('breaks a caption at its words, but not a countdown', () => {
    expect(captionLines('till 16:20')).toEqual(['till', '16:20'])
    expect(captionLines('4:12')).toEqual(['4:12'])
  })

  it('is as large as its room allows, and no larger than asked', () => {
    expect(fitLines(['A'], 100, 100, 9).size).toBe(9)
    expect(fitLines(['ABCDEFGH'], 20, 100, 9).size).toBeCloseTo(3.9)
    expect(fitLines(['A', 'B'], 100, 10, 9).size).toBeCloseTo(4.3)
  })
})

function isWithin(inner: Outline, outer: Outline): boolean {
  const slack = 1e-9
  const across = inner.x >= outer.x - slack && inner.x + inner.width <= outer.x + outer.width + slack
  return across && inner.y >= outer.y - slack && inner.y + inner.height <= outer.y + outer.height + slack
}
