import type { BreakdownLine } from '../../src-shared/tariff/breakdown.ts'
import type { TariffLine } from '../../src-shared/tariff/tariff-plan.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import { datedCharges, type CapDay, type DatedCharge, type Meter } from './meters.ts'

const MINUTE = 60_000

/** Writes the instants of lines as the wire carries them. */
export interface WriteInstant {
  readonly begin: (ms: number) => string
  readonly end: (ms: number) => string
}

/** What was priced up to `until`, for the doubt of the clocks, is shown up to `leftAt`. */
export function instantWriter(timezone: string, until: number, leftAt: number): WriteInstant {
  return {
    begin: (ms) => toSiteIso(ms, timezone),
    end: (ms) => toSiteIso(ms === until ? leftAt : ms, timezone),
  }
}

type Label = BreakdownLine['label']

/** The lines of meters, in the order in which they began to be due. */
export function meterLines(
  meters: readonly Meter[],
  part: BreakdownLine['part'],
  write: WriteInstant,
): readonly BreakdownLine[] {
  return meters
    .flatMap((meter) => datedCharges(meter).map((charge) => ({ ...charge, band: meter.band })))
    .toSorted((a, b) => a.from - b.from)
    .map(({ band, ...charge }) => ({
      kind: charge.line.kind,
      part,
      band: band === undefined ? null : { name: band.name, from: band.from, to: band.to },
      label: chargeLabel(charge),
      ...times(charge, write, charge.toMs - charge.fromMs),
      amount_minor: charge.amountMinor,
    }))
}

/** The surcharge of an overstay, whose meter has one incrementing line. */
export function surchargeLines(meter: Meter, write: WriteInstant): readonly BreakdownLine[] {
  return meterLines([meter], 'overstay', write).map((line) => ({
    ...line,
    kind: 'surcharge',
    label: { ...line.label, key: 'tariff.line.surcharge' },
  }))
}

/** What a daily cap takes off again: one line for all its days, or none. */
export function capLines(
  days: readonly CapDay[],
  cap: { readonly minor: number | null; readonly per: '24_hours' | 'calendar_day' },
  part: BreakdownLine['part'],
  write: WriteInstant,
): readonly BreakdownLine[] {
  const { minor } = cap
  if (minor === null) return []
  const capped = days.filter(({ dueMinor }) => dueMinor > minor)
  const [first, last] = [capped[0], capped.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    {
      kind: 'cap',
      part,
      band: null,
      label: { key: `tariff.line.cap.${cap.per}`, values: { cap_minor: minor } },
      ...times({ from: first.from, to: last.to }, write, 0),
      amount_minor: capped.reduce((sum, { dueMinor }) => sum + minor - dueMinor, 0),
    },
  ]
}

/** A line about the stay as a whole, such as that it is free, and why. */
export function wholeLine(
  kind: 'grace' | 'permit' | 'booked' | 'lost_ticket',
  span: { readonly from: number; readonly to: number },
  write: WriteInstant,
  more: { readonly values?: Label['values']; readonly amountMinor?: number; readonly countedMs?: number } = {},
): BreakdownLine {
  return {
    kind,
    part: 'stay',
    band: null,
    label: { key: `tariff.line.${kind}`, values: more.values ?? {} },
    ...times(span, write, more.countedMs ?? span.to - span.from),
    amount_minor: more.amountMinor ?? 0,
  }
}

function times(
  { from, to }: { readonly from: number; readonly to: number },
  write: WriteInstant,
  countedMs: number,
): Pick<BreakdownLine, 'from' | 'to' | 'minutes'> {
  return { from: write.begin(from), to: write.end(to), minutes: Math.ceil(countedMs / MINUTE) }
}

function chargeLabel({ line, steps }: DatedCharge): Label {
  switch (line.kind) {
    case 'incrementing':
      return {
        key: 'tariff.line.incrementing',
        values: { steps, step_minutes: line.step_minutes, price_minor: line.price_minor },
      }
    case 'flat':
      return flatLabel(line)
    case 'tiered':
      return tierLabel(line)
  }
}

function flatLabel({ from_minute: start, to_minute: until }: TariffLine): Label {
  if (until === null && start === 0) return { key: 'tariff.line.flat.whole', values: {} }
  if (until === null) return { key: 'tariff.line.flat.open', values: { start_minutes: start } }
  if (start === 0) return { key: 'tariff.line.flat.first', values: { until_minutes: until } }
  return { key: 'tariff.line.flat.next', values: { start_minutes: start, until_minutes: until } }
}

function tierLabel({ from_minute: start, to_minute: until }: TariffLine): Label {
  if (until !== null) return { key: 'tariff.line.tiered', values: { until_minutes: until } }
  return start === 0
    ? { key: 'tariff.line.flat.whole', values: {} }
    : { key: 'tariff.line.tiered.open', values: { start_minutes: start } }
}
