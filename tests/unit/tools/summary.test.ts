import { describe, expect, it } from 'vitest'

import { boundUnsteady, couldNotRun, emptyResult, failure } from '../../../tools/test/result.ts'
import { allGreen, summary } from '../../../tools/test/summary.ts'

describe('the closing report of npm test', () => {
  const unit = { ...emptyResult('unit'), passed: 12, ms: 900 }

  it('ends with the totals alone on the last line', () => {
    const report = summary(
      [unit, { ...emptyResult('kiosk'), passed: 3, failed: ['kiosk/hold.spec.ts: counts down'] }],
      [],
    )
    expect(report).toContain('failed: kiosk: kiosk/hold.spec.ts: counts down')
    expect(report.split('\n').at(-1)).toBe('15 passed, 1 failed')
  })

  it('says of each failure how it failed, in few lines and without colours', () => {
    const message = `\u001B[31mexpected 1\u001B[39m\n\n${'to be 2\n'.repeat(99)}`
    const failed = [failure('kiosk/hold.spec.ts: counts down', message)]
    const report = summary([{ ...emptyResult('kiosk'), failed }], [])
    expect(report).toContain('failed: kiosk: kiosk/hold.spec.ts: counts down\n      expected 1\n      to be 2\n')
    expect(report.split('to be 2')).toHaveLength(15)
    expect(report.split('\n').at(-1)).toBe('0 passed, 1 failed')
  })

  it('counts what was skipped, and lists each with its reason', () => {
    const report = summary([{ ...unit, skipped: ['desktop/print.spec.ts: prints (no printer here)'] }], [])
    expect(report).toContain('skipped: desktop/print.spec.ts: prints (no printer here)')
    expect(report.split('\n').slice(-2)).toEqual(['1 skipped', '12 passed, 0 failed'])
  })

  it('tells what passed at the second try, and how it failed at first', () => {
    const report = summary([{ ...unit, unsteady: [failure('kiosk/hold.spec.ts: counts down', 'expected 1')] }], [])
    expect(report).toContain('passed at the second try: unit: kiosk/hold.spec.ts: counts down\n      expected 1\n')
    expect(report.split('\n').at(-1)).toBe('12 passed, 0 failed')
  })

  it('takes a kind for a failure in which many tests passed only at the second try', () => {
    const three = ['a', 'b', 'c']
    expect(allGreen([boundUnsteady({ ...unit, unsteady: three })])).toBe(true)
    expect(allGreen([boundUnsteady({ ...unit, unsteady: [...three, 'd'] })])).toBe(false)
  })

  it('takes a kind that ran nothing for a failure', () => {
    const results = [unit, emptyResult('desktop')]
    expect(allGreen(results)).toBe(false)
    expect(summary(results, []).split('\n').at(-1)).toBe('12 passed, 1 failed')
  })

  it('takes a kind that could not run for a failure', () => {
    expect(allGreen([unit, couldNotRun('desktop')])).toBe(false)
  })

  it('says what the tests ran on', () => {
    expect(summary([unit], ['desktop: Electron 45.4.1 (official)'])).toContain('desktop: Electron 45.4.1 (official)')
  })
})
