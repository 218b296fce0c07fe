import type { BreakdownLine } from '../../src-shared/tariff/breakdown.ts'
import type { TariffLine, TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { meterLines, surchargeLines, type WriteInstant } from './breakdown-lines.ts'
import type { Meter } from './meters.ts'

/**
 * What the time after a booked end costs by the plan's rule; no lines where there is no such time.
 * A surcharge, and an overstay's own lines, know neither bands nor caps.
 * @param byTariff the class's rate for that time as for a stay of its own
 */
export function overstayLines(
  { plan: { overstay } }: { readonly plan: TariffPlan },
  { from, until, write }: { readonly from: number; readonly until: number; readonly write: WriteInstant },
  byTariff: () => readonly BreakdownLine[],
): readonly BreakdownLine[] {
  switch (overstay.kind) {
    case 'tariff':
      return byTariff()
    case 'lines':
      return meterLines([plainMeter(overstay.lines, from, until)], 'overstay', write)
    case 'surcharge': {
      const { step_minutes, price_minor } = overstay
      const line: TariffLine = { kind: 'incrementing', from_minute: 0, to_minute: null, step_minutes, price_minor }
      return [...byTariff(), ...surchargeLines(plainMeter([line], from, until), write)]
    }
  }
}

function plainMeter(lines: readonly TariffLine[], from: number, to: number): Meter {
  return { lines, band: undefined, pieces: [{ from, to, before: 0 }], ms: to - from }
}
