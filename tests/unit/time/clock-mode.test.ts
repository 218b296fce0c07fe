import { describe, expect, it } from 'vitest'
import { canBook, canSubmit, clockMode, syncLost, type ClockEvidence } from '../../../src-shared/time/clock-mode.ts'

const good: ClockEvidence = { exchanged: true, uncertaintyMs: 5, tickLateMs: -600, lostForMs: null, doubtForMs: null }

describe('the mode of the clock', () => {
  it.each<[string, Partial<ClockEvidence>, string]>([
    ['no exchange yet', { exchanged: false, uncertaintyMs: Infinity }, 'init'],
    ['no exchange yet, and the link lost for hours', { exchanged: false, lostForMs: 9_999_999 }, 'init'],
    ['close and fed by ticks', {}, 'synced'],
    ['just close enough', { uncertaintyMs: 250, tickLateMs: 2500 }, 'synced'],
    ['not close enough', { uncertaintyMs: 250.1 }, 'doubt'],
    ['the ticks have stopped', { tickLateMs: 2501 }, 'doubt'],
    ['a trigger fired, not yet answered', { uncertaintyMs: Infinity, doubtForMs: 0 }, 'doubt'],
    ['a trigger fired on a clock that is close again by its ticks', { doubtForMs: 10 }, 'doubt'],
    ['a doubt that nobody answers', { uncertaintyMs: Infinity, doubtForMs: 3501 }, 'offline'],
    ['the link has just gone', { lostForMs: 0 }, 'holdover'],
    ['the link is gone for a while', { lostForMs: 59_999, uncertaintyMs: 20 }, 'holdover'],
    ['the link is gone for a minute', { lostForMs: 60_000, uncertaintyMs: 20 }, 'offline'],
    ['the link is gone and the clock is not known to 2 s', { lostForMs: 4000, uncertaintyMs: 2001 }, 'offline'],
    ['a wake without a link', { lostForMs: 4000, uncertaintyMs: Infinity, doubtForMs: 100 }, 'doubt'],
    [
      'a wake without a link, some seconds on',
      { lostForMs: 9000, uncertaintyMs: Infinity, doubtForMs: 4000 },
      'offline',
    ],
  ])('%s', (_when, change, mode) => {
    expect(clockMode({ ...good, ...change })).toBe(mode)
  })

  it('blocks submitting in doubt, and in holdover after 5 s', () => {
    expect(canSubmit('synced', null)).toBe(true)
    expect(canSubmit('holdover', 5000)).toBe(true)
    expect(canSubmit('holdover', 5001)).toBe(false)
    for (const mode of ['init', 'doubt', 'offline'] as const) expect(canSubmit(mode, null)).toBe(false)
  })

  it('blocks all booking before the first exchange and offline', () => {
    expect(canBook('init')).toBe(false)
    expect(canBook('offline')).toBe(false)
    for (const mode of ['synced', 'doubt', 'holdover'] as const) expect(canBook(mode)).toBe(true)
  })

  it('tells of a loss once it is more than a blink, and of its end only when fully synced', () => {
    expect(syncLost(false, 'holdover', 1999)).toBe(false)
    expect(syncLost(false, 'holdover', 2000)).toBe(true)
    expect(syncLost(false, 'offline', null)).toBe(true)
    expect(syncLost(true, 'doubt', null)).toBe(true)
    expect(syncLost(true, 'holdover', 0)).toBe(true)
    expect(syncLost(true, 'synced', null)).toBe(false)
    expect(syncLost(false, 'init', 99_999)).toBe(false)
  })
})
