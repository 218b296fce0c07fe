import { describe, expect, it } from 'vitest'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { blockedBecause } from '../../../src-shared/ui/booking-block.ts'

const t = createTranslator('en', english)

describe('why no new booking can be sent', () => {
  it.each([
    ['synced', true, 'trusted', null],
    ['synced', true, 'provisional', null],
    ['synced', true, 'guarded', null],
    ['synced', true, 'rollback', 'clock_untrusted'],
    ['synced', true, 'forward_suspect', 'clock_untrusted'],
    ['init', false, null, 'checking'],
    ['init', false, 'rollback', 'clock_untrusted'],
    ['doubt', false, 'trusted', 'checking'],
    ['doubt', false, 'rollback', 'clock_untrusted'],
    ['holdover', true, 'trusted', null],
    ['holdover', true, 'rollback', 'clock_untrusted'],
    ['holdover', false, 'trusted', 'offline'],
    ['offline', false, 'rollback', 'offline'],
  ] as const)('%s, may send: %s, server %s: %s', (mode, canSubmit, serverClockState, reason) => {
    expect(blockedBecause(mode, canSubmit, serverClockState)).toBe(reason)
  })

  it('is the disk first: nothing at all can be saved, whatever the time is worth', () => {
    expect(blockedBecause('synced', true, 'trusted', 'disk_full')).toBe('store_read_only')
    expect(blockedBecause('synced', true, 'rollback', 'disk_failing')).toBe('store_read_only')
    // What an unreachable server said last may have changed since.
    expect(blockedBecause('offline', false, 'trusted', 'disk_full')).toBe('offline')
  })

  it.each(['checking', 'offline', 'clock_untrusted'] as const)('has words: %s', (reason) => {
    expect(t(`time.blocked.${reason}`)).toMatch(/\.$/)
  })
})
