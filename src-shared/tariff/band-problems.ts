import { bandHours, isInBand } from './band-hours.ts'
import { lineProblems } from './line-problems.ts'
import { error, type PlanProblem } from './plan-problem.ts'
import type { TariffBand } from './tariff-plan.ts'

/** What is wrong with the bands of a plan, each by itself and among each other. */
export function bandProblems(bands: readonly TariffBand[]): readonly PlanProblem[] {
  return bands.flatMap((band, index) => [
    ...oneBandProblems(band, `bands.${index}`),
    ...bands.slice(0, index).flatMap((other) => overlapProblems(band, other, `bands.${index}.from`)),
  ])
}

function oneBandProblems(band: TariffBand, path: string): readonly PlanProblem[] {
  const twice = band.bay_classes.flatMap((bayClass, place) =>
    band.bay_classes.indexOf(bayClass) < place
      ? [error(`${path}.bay_classes.${place}`, 'tariff.problem.class_twice', { class: bayClass })]
      : [],
  )
  const { from, to } = bandHours(band)
  const empty = from === to ? [error(`${path}.to`, 'tariff.problem.band_empty')] : []
  return [...twice, ...empty, ...lineProblems(band.lines, `${path}.lines`)]
}

function overlapProblems(band: TariffBand, other: TariffBand, path: string): readonly PlanProblem[] {
  const [a, b] = [bandHours(band), bandHours(other)]
  if (a.from === a.to || b.from === b.to) return []
  // Two stretches of a circle overlap exactly when one begins inside the other.
  if (!isInBand(a, b.from) && !isInBand(b, a.from)) return []
  const shared = band.bay_classes.filter((bayClass) => other.bay_classes.includes(bayClass))
  return shared
    .slice(0, 1)
    .map((bayClass) => error(path, 'tariff.problem.band_overlap', { other: other.name, class: bayClass }))
}
