import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AGREES_WITHIN_MS, pinFaults, vouchFaults, vouchingFor } from '../../../src-renderer/clock/vouching.ts'
import { STEP_MS } from '../../../src-server/clock/clock-guard.ts'
import { routes } from '../../../src-shared/api/routes.ts'
import { clockReport } from './clock-fixture.ts'

describe('what vouching would do', () => {
  it('goes by the server’s own limit', () => {
    expect(AGREES_WITHIN_MS).toBe(STEP_MS)
  })

  it.each([
    ['trusted', 2, { does: 'nothing' }],
    ['provisional', 2, { does: 'confirm' }],
    ['guarded', -128, { does: 'confirm' }],
    ['guarded', 3_600_000, { does: 'set', movesByMs: 3_600_000, epoch: 4 }],
    ['rollback', -7_200_000, { does: 'set', movesByMs: -7_200_000, epoch: 4 }],
    ['trusted', 129, { does: 'set', movesByMs: 129, epoch: 4 }],
  ] as const)('%s, the OS clock %d ms ahead', (state, ahead, expected) => {
    expect(vouchingFor(clockReport({ state, wall_ahead_ms: ahead }))).toEqual(expected)
  })
})

describe('the form', () => {
  const accept = routes['POST /api/v1/clock/accept'].body
  it.each([
    [{ pin: '2468', reason: 'why' }, []],
    [{ pin: '246', reason: 'why' }, ['pin']],
    [{ pin: '123456789', reason: 'why' }, ['pin']],
    [{ pin: '24a8', reason: '  w  ' }, ['pin', 'reason']],
    [{ pin: '2468', reason: '  ab ' }, ['reason']],
  ])('%j has the faults %j, as the server sees it', (form, faults) => {
    expect(vouchFaults(form)).toEqual(faults)
    expect(v.is(accept, form)).toBe(faults.length === 0)
  })

  it.each([
    [{ password: 'x', pin: '2468', again: '2468' }, []],
    [{ password: '', pin: '24', again: '25' }, ['password', 'pin', 'again']],
    [{ password: 'x', pin: '2468', again: '2469' }, ['again']],
  ])('%j chooses a PIN with the faults %j', (form, faults) => {
    expect(pinFaults(form)).toEqual(faults)
  })
})
