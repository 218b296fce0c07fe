import { describe, expect, it } from 'vitest'

import { couldNotRun, emptyResult } from '../../../tools/test/result.ts'
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

  it('counts what was skipped, and lists each with its reason', () => {
    const report = summary([{ ...unit, skipped: ['desktop/print.spec.ts: prints (no printer here)'] }], [])
    expect(report).toContain('skipped: desktop/print.spec.ts: prints (no printer here)')
    expect(report.split('\n').at(-1)).toBe('12 passed, 0 failed, 1 skipped')
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
