import type { ClockReport } from '../../../src-shared/api/clock-schemas.ts'

/** A trusted clock without time sources, changed as a test wants it. */
export function clockReport(change: Partial<ClockReport> = {}): ClockReport {
  return {
    server_time: '2025-12-05T12:45:22+05:30',
    state: 'trusted',
    epoch: 3,
    wall_ahead_ms: 2,
    demo_ahead_ms: 0,
    agreement: null,
    sources_bear_out: null,
    boot_clock: true,
    boot_id: true,
    sources: [],
    clients: [],
    history: [],
    log: [],
    ...change,
  }
}

export const source = {
  name: 'ntp1.example',
  reach: 0b1111_1111,
  offset_ms: 1.4,
  error_ms: 5.2,
  delay_ms: 18,
  stratum: 2,
  trouble: null,
} as const
