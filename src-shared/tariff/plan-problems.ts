import { BayClass } from '../api/fields.ts'
import { bandProblems } from './band-problems.ts'
import { lineProblems } from './line-problems.ts'
import { error, warning, type PlanProblem } from './plan-problem.ts'
import { chargesOf } from './line-charges.ts'
import type { TariffLine, TariffPlan, TariffRate } from './tariff-plan.ts'

/**
 * What is wrong with a plan whose form is right, for the editor and the server alike. A plan with an error must not be
 * priced; a warning is for the owner to judge.
 *
 * Errors: a class without a rate, or with two; lines that do not cover 0 → ∞ once; a tier cheaper than what stands before
 * it; a band without length, or two that overlap for a class; a cap below the first price. Without errors, no stay costs
 * less than a shorter one.
 *
 * Warnings: a band that costs more than a cap; a last line after which nothing more is due; a step cut short by its
 * line's end; a lost ticket that costs less than a cap.
 */
export function planProblems(plan: TariffPlan): readonly PlanProblem[] {
  return [
    ...classProblems(plan.rates),
    ...plan.rates.flatMap((rate, index) => [
      ...lineProblems(rate.lines, `rates.${index}.lines`),
      ...capProblems(rate, `rates.${index}.daily_cap_minor`, plan),
    ]),
    ...bandProblems(plan.bands),
    ...(plan.overstay.kind === 'lines' ? lineProblems(plan.overstay.lines, 'overstay.lines') : []),
    ...lostTicketProblems(plan),
  ]
}

/** Whether a plan may be priced. */
export function isUsable(plan: TariffPlan): boolean {
  return planProblems(plan).every(({ severity }) => severity !== 'error')
}

function classProblems(rates: readonly TariffRate[]): readonly PlanProblem[] {
  const seen = new Set<BayClass>()
  const twice: PlanProblem[] = []
  for (const [index, { bay_classes }] of rates.entries()) {
    for (const [place, bayClass] of bay_classes.entries()) {
      if (seen.has(bayClass)) {
        twice.push(error(`rates.${index}.bay_classes.${place}`, 'tariff.problem.class_twice', { class: bayClass }))
      }
      seen.add(bayClass)
    }
  }
  const missing = BayClass.options.filter((bayClass) => !seen.has(bayClass))
  return [...twice, ...missing.map((bayClass) => error('rates', 'tariff.problem.class_missing', { class: bayClass }))]
}

function capProblems(rate: TariffRate, path: string, plan: TariffPlan): readonly PlanProblem[] {
  const cap = rate.daily_cap_minor
  if (cap === null) return []
  const problems: PlanProblem[] = []
  if (cap < firstPrice(rate.lines)) problems.push(error(path, 'tariff.problem.cap_below_first'))
  for (const band of plan.bands) {
    const isTheirs = band.bay_classes.some((bayClass) => rate.bay_classes.includes(bayClass))
    if (isTheirs && cap < firstPrice(band.lines)) {
      problems.push(warning(path, 'tariff.problem.cap_below_band', { band: band.name }))
    }
  }
  return problems
}

/** What the shortest stay that is charged costs. */
function firstPrice(lines: readonly TariffLine[]): number {
  return chargesOf(lines, 1)[0]?.amountMinor ?? 0
}

function lostTicketProblems({ rates, lost_ticket_minor: fee }: TariffPlan): readonly PlanProblem[] {
  const cheap = rates.some(({ daily_cap_minor: cap }) => cap !== null && fee < cap)
  return cheap ? [warning('lost_ticket_minor', 'tariff.problem.lost_ticket_cheap')] : []
}
