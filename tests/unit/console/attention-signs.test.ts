import { describe, expect, it } from 'vitest'
import { type Attention, countOf, hasNew } from '../../../src-renderer/attention/attention-store.ts'
import { withDot } from '../../../src-main/badge/dot.ts'

const unknown: Attention = { help: null, notices: null, store: null }
const quiet: Attention = { help: [], notices: ['7'], store: [] }

describe('a sound for what needs somebody', () => {
  it.each<[string, Attention, Attention, boolean]>([
    ['none for what was there already', unknown, quiet, false],
    ['one for a call', quiet, { ...quiet, help: ['k1 12:45'] }, true],
    ['one for a call that is made again', { ...quiet, help: ['k1 12:45'] }, { ...quiet, help: ['k1 12:50'] }, true],
    ['one for a notice beside another', quiet, { ...quiet, notices: ['8', '7'] }, true],
    ['one for a disk in trouble', quiet, { ...quiet, store: ['disk_full'] }, true],
    ['none for a call that was taken', { ...quiet, help: ['k1 12:45'] }, quiet, false],
    ['none for a notice that was read', quiet, { ...quiet, notices: [] }, false],
    ['none where the answer does not come', quiet, { ...quiet, notices: null }, false],
    ['none for the same things once more', quiet, { ...quiet, notices: ['7'] }, false],
  ])('%s', (_what, before, now, sounds) => {
    expect(hasNew(now, before)).toBe(sounds)
  })

  it('counts what is there from all sides', () => {
    expect(countOf(unknown)).toBe(0)
    expect(countOf({ help: ['a', 'b'], notices: ['7'], store: ['disk_full'] })).toBe(4)
  })
})

describe('the dot on an icon', () => {
  it('stands in the lower right quarter, with a white edge, and leaves the rest as it is', () => {
    const size = 16
    const dotted = withDot(Buffer.alloc(size * size * 4), size, size)
    const pixel = (x: number, y: number) => [...dotted.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)]
    expect(pixel(0, 0)).toEqual([0, 0, 0, 0])
    expect(pixel(7, 7)).toEqual([0, 0, 0, 0])
    expect(pixel(11, 11)).toEqual([0x19, 0x15, 0x9e, 0xff])
    expect(pixel(11, 15)).toEqual([0xff, 0xff, 0xff, 0xff])
  })
})
