import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { projectRoot } from '../../../tools/places.ts'
import { summary } from '../../../tools/test/summary.ts'
import { vitestResult, type VitestReport } from '../../../tools/test/vitest-run.ts'
import { needs } from '../../support/needs.ts'

describe('a test for which the machine lacks a right', () => {
  /** A test as Vitest reports it, after it said what it needs. */
  function reported(obstacle: string | undefined): VitestReport {
    const meta: { skipped?: string } = {}
    let status = 'passed'
    const skip = () => (status = 'skipped')
    needs({ task: { meta }, skip } as unknown as TestContext, obstacle)
    const name = join(projectRoot, 'tests/faults/power-cut.test.ts')
    const test = { fullName: 'a power cut takes nothing', status, meta }
    return { testResults: [{ name, status: 'passed', startTime: 0, endTime: 5, assertionResults: [test] }] }
  }

  it('is skipped, and the totals count it and say why', () => {
    const report = summary([vitestResult('faults', reported('mounting needs root'))], [])
    expect(report).toContain('skipped: tests/faults/power-cut.test.ts: a power cut takes nothing (mounting needs root)')
    expect(report.split('\n').slice(-2)).toEqual(['1 skipped', '0 passed, 1 failed'])
  })

  it('runs where the machine has it', () => {
    expect(vitestResult('faults', reported(undefined))).toMatchObject({ passed: 1, skipped: [] })
  })
})
