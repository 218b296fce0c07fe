import { priceOf } from './line-charges.ts'
import { error, warning, type PlanProblem } from './plan-problem.ts'
import type { TariffLine } from './tariff-plan.ts'

const MINUTE = 60_000

/** What is wrong with one list of lines. @param path where the list stands in the plan */
export function lineProblems(lines: readonly TariffLine[], path: string): readonly PlanProblem[] {
  const gaps = coverProblems(lines, path)
  // What tiers replace can only be told of lines that join.
  return gaps.length > 0 ? gaps : [...tierProblems(lines, path), ...slips(lines, path)]
}

function coverProblems(lines: readonly TariffLine[], path: string): readonly PlanProblem[] {
  const problems: PlanProblem[] = []
  let end: number | null = 0
  for (const [index, line] of lines.entries()) {
    const problem = joinProblem(line, end, index, `${path}.${index}`)
    if (problem !== undefined) problems.push(problem)
    if (line.to_minute !== null && line.to_minute <= line.from_minute) {
      problems.push(error(`${path}.${index}.to_minute`, 'tariff.problem.line_empty'))
    }
    end = line.to_minute
  }
  if (end !== null) problems.push(error(`${path}.${lines.length - 1}.to_minute`, 'tariff.problem.last_line_ends'))
  return problems
}

/** @param end where the line before ended, in minutes; null where it had no end */
function joinProblem(line: TariffLine, end: number | null, index: number, path: string): PlanProblem | undefined {
  if (end === null) return error(path, 'tariff.problem.line_after_open')
  const begin = line.from_minute
  if (begin === end) return undefined
  if (index === 0) return error(`${path}.from_minute`, 'tariff.problem.first_line_late')
  return error(`${path}.from_minute`, begin > end ? 'tariff.problem.line_gap' : 'tariff.problem.line_overlap', {
    end,
    begin,
  })
}

function tierProblems(lines: readonly TariffLine[], path: string): readonly PlanProblem[] {
  return lines.flatMap((line, index) =>
    line.kind === 'tiered' && line.price_minor < priceOf(lines, line.from_minute * MINUTE)
      ? [error(`${path}.${index}.price_minor`, 'tariff.problem.tier_cheaper')]
      : [],
  )
}

function slips(lines: readonly TariffLine[], path: string): readonly PlanProblem[] {
  return lines.flatMap((line, index) => {
    const { from_minute: begin, to_minute: end } = line
    if (line.kind !== 'incrementing') {
      const ends = end === null && index > 0
      return ends ? [warning(`${path}.${index}`, 'tariff.problem.price_ends', { begin })] : []
    }
    const cut = end !== null && (end - begin) % line.step_minutes !== 0
    return cut ? [warning(`${path}.${index}.step_minutes`, 'tariff.problem.step_cut')] : []
  })
}
