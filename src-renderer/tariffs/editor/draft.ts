import type { BayClass } from '../../../src-shared/api/fields.ts'
import { moneyText } from '../../../src-shared/format/money-text.ts'
import type { TariffLine, TariffPlan } from '../../../src-shared/tariff/tariff-plan.ts'
import { lengthText } from './length-text.ts'

/** A line as it is typed. It begins where the line before ends, so that no gap can be typed; the last has no end. */
export interface DraftLine {
  readonly key: number
  readonly kind: TariffLine['kind']
  readonly until: string
  readonly step: string
  readonly price: string
}

export interface DraftRate {
  readonly key: number
  readonly classes: readonly BayClass[]
  readonly lines: readonly DraftLine[]
  /** Empty is no limit. */
  readonly cap: string
}

export interface DraftBand {
  readonly key: number
  readonly name: string
  readonly from: string
  readonly to: string
  readonly classes: readonly BayClass[]
  readonly lines: readonly DraftLine[]
}

/** A tariff while somebody edits it: what stands in the fields, right or wrong. */
export interface Draft {
  readonly rates: readonly DraftRate[]
  readonly bands: readonly DraftBand[]
  readonly capPer: TariffPlan['cap_per']
  readonly entryGrace: string
  readonly exitGrace: string
  readonly overstay: {
    readonly kind: TariffPlan['overstay']['kind']
    readonly step: string
    readonly price: string
    readonly lines: readonly DraftLine[]
  }
  readonly lostTicket: string
  readonly taxLabel: string
  /** Per cent. */
  readonly taxRate: string
  readonly taxIncluded: boolean
}

let keys = 0
/** Tells rows apart while they are added and removed. */
export function newKey(): number {
  keys += 1
  return keys
}

/** @param digits of the currency's minor unit */
export function draftOf(plan: TariffPlan, digits: number): Draft {
  const { overstay, tax } = plan
  const linesOf = (lines: readonly TariffLine[]) => lines.map((line) => draftLine(line, digits))
  return {
    rates: plan.rates.map(({ bay_classes: classes, lines, daily_cap_minor: cap }) => ({
      key: newKey(),
      classes,
      lines: linesOf(lines),
      cap: cap === null ? '' : moneyText(cap, digits),
    })),
    bands: plan.bands.map(({ name, from, to, bay_classes: classes, lines }) => ({
      key: newKey(),
      name,
      from,
      // A time field knows no 24:00; `readDraft` takes midnight for the end of the day.
      to: to === '24:00' ? '00:00' : to,
      classes,
      lines: linesOf(lines),
    })),
    capPer: plan.cap_per,
    entryGrace: String(plan.entry_grace_minutes),
    exitGrace: String(plan.exit_grace_minutes),
    overstay: {
      kind: overstay.kind,
      step: overstay.kind === 'surcharge' ? lengthText(overstay.step_minutes) : '30 min',
      price: overstay.kind === 'surcharge' ? moneyText(overstay.price_minor, digits) : '',
      lines: overstay.kind === 'lines' ? linesOf(overstay.lines) : [emptyLine()],
    },
    lostTicket: moneyText(plan.lost_ticket_minor, digits),
    taxLabel: tax.label,
    taxRate: moneyText(tax.rate_bps, 2),
    taxIncluded: tax.included,
  }
}

function draftLine(line: TariffLine, digits: number): DraftLine {
  return {
    key: newKey(),
    kind: line.kind,
    until: line.to_minute === null ? '' : lengthText(line.to_minute),
    step: line.kind === 'incrementing' ? lengthText(line.step_minutes) : '1 h',
    price: moneyText(line.price_minor, digits),
  }
}

/** A price for each hour without end, its price still to be typed. */
export function emptyLine(): DraftLine {
  return { key: newKey(), kind: 'incrementing', until: '', step: '1 h', price: '' }
}
