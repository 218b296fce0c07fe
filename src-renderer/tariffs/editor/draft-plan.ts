import * as v from 'valibot'
import { parseMoneyText } from '../../../src-shared/format/money-text.ts'
import type { MessageKey, MessageValues, Translator } from '../../../src-shared/i18n/translate.ts'
import { planProblems } from '../../../src-shared/tariff/plan-problems.ts'
import { problemWords } from '../../../src-shared/tariff/problem-words.ts'
import { TariffPlan, type TariffLine } from '../../../src-shared/tariff/tariff-plan.ts'
import type { Draft, DraftLine } from './draft.ts'
import { parseLengthText } from './length-text.ts'

/** Something to look at, and the path of the field where it stands. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly path: string
  readonly words: string
}

export interface DraftReading {
  /** The plan that the draft says; null while a field cannot be read. It may still have errors. */
  readonly plan: TariffPlan | null
  readonly findings: readonly Finding[]
}

/** Reads every field of a draft, then asks what is wrong with the plan as a whole. @param digits of the currency */
export function readDraft(draft: Draft, digits: number, t: Translator): DraftReading {
  const reader = new FieldReader(digits, t)
  const candidate = planOf(draft, reader)
  if (reader.findings.length > 0) return { plan: null, findings: reader.findings }
  const parsed = v.safeParse(TariffPlan, candidate)
  if (!parsed.success) {
    const findings = parsed.issues.map((issue) => formFinding(v.getDotPath(issue) ?? 'rates', t))
    return { plan: null, findings }
  }
  const problems = planProblems(parsed.output)
  const findings = problems.map((problem) => ({ ...problem, words: problemWords(problem, t) }))
  return { plan: parsed.output, findings: findings.toSorted((a, b) => a.severity.localeCompare(b.severity)) }
}

/** Reads fields one after the other, and remembers which of them cannot be read. */
class FieldReader {
  readonly findings: Finding[] = []
  readonly #digits: number
  readonly #t: Translator
  constructor(digits: number, t: Translator) {
    this.#digits = digits
    this.#t = t
  }

  money(text: string, path: string): number {
    const example = this.#digits === 0 ? '250' : `2.${'50'.padEnd(this.#digits, '0').slice(0, this.#digits)}`
    return parseMoneyText(text, this.#digits) ?? this.#fault(path, 'tariffEditor.fault.money', { example })
  }

  length(text: string, path: string, most: number, least = 0): number {
    const minutes = parseLengthText(text)
    if (minutes !== undefined && minutes >= least && minutes <= most) return minutes
    return this.#fault(path, minutes === undefined ? 'tariffEditor.fault.length' : 'tariffEditor.fault.lengthRange')
  }

  /** Per cent with up to two digits after the point, as basis points. */
  percent(text: string, path: string): number {
    const points = parseMoneyText(text, 2)
    return points !== undefined && points <= 10_000 ? points : this.#fault(path, 'tariffEditor.fault.percent')
  }

  #fault(path: string, key: MessageKey, values?: MessageValues): number {
    this.findings.push({ severity: 'error', path, words: this.#t(key, values) })
    return 0
  }
}

const YEAR = 525_600
const MONTH = 44_640
const DAY = 1440

function planOf(draft: Draft, reader: FieldReader): unknown {
  return {
    rates: draft.rates.map(({ classes, lines, cap }, index) => ({
      bay_classes: [...classes],
      lines: linesOf(lines, `rates.${index}.lines`, reader),
      daily_cap_minor: cap.trim() === '' ? null : reader.money(cap, `rates.${index}.daily_cap_minor`),
    })),
    bands: draft.bands.map(({ name, from, to, classes, lines }, index) => ({
      name,
      from,
      // Midnight as an end; as 00:00, a band of the whole day would have no length.
      to: to === '00:00' ? '24:00' : to,
      bay_classes: [...classes],
      lines: linesOf(lines, `bands.${index}.lines`, reader),
    })),
    cap_per: draft.capPer,
    entry_grace_minutes: reader.length(draft.entryGrace, 'entry_grace_minutes', DAY),
    exit_grace_minutes: reader.length(draft.exitGrace, 'exit_grace_minutes', DAY),
    overstay: overstayOf(draft.overstay, reader),
    lost_ticket_minor: reader.money(draft.lostTicket, 'lost_ticket_minor'),
    tax: {
      label: draft.taxLabel,
      rate_bps: reader.percent(draft.taxRate, 'tax.rate_bps'),
      included: draft.taxIncluded,
    },
  }
}

function overstayOf({ kind, step, price, lines }: Draft['overstay'], reader: FieldReader): unknown {
  if (kind === 'tariff') return { kind }
  if (kind === 'lines') return { kind, lines: linesOf(lines, 'overstay.lines', reader) }
  const step_minutes = reader.length(step, 'overstay.step_minutes', MONTH, 1)
  return { kind, step_minutes, price_minor: reader.money(price, 'overstay.price_minor') }
}

function linesOf(lines: readonly DraftLine[], path: string, reader: FieldReader): TariffLine[] {
  let begin = 0
  return lines.map(({ kind, until, step, price }, index) => {
    const at = `${path}.${index}`
    const end = index === lines.length - 1 ? null : reader.length(until, `${at}.to_minute`, YEAR, 1)
    const range = { from_minute: begin, to_minute: end, price_minor: reader.money(price, `${at}.price_minor`) }
    begin = end ?? begin
    if (kind !== 'incrementing') return { kind, ...range }
    return { kind, ...range, step_minutes: reader.length(step, `${at}.step_minutes`, MONTH, 1) }
  })
}

/** What the fields' own reading lets pass: names, classes, hours, and how many of a thing there may be. */
function formFinding(path: string, t: Translator): Finding {
  const field = path.split('.').at(-1) ?? ''
  const keys: Readonly<Record<string, MessageKey>> = {
    name: 'tariffEditor.fault.name',
    label: 'tariffEditor.fault.name',
    bay_classes: 'tariffEditor.fault.classes',
    from: 'tariffEditor.fault.time',
    to: 'tariffEditor.fault.time',
  }
  return { severity: 'error', path, words: t(keys[field] ?? 'tariffEditor.fault.form') }
}
