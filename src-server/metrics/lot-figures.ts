import type { MetricsSummary } from '../../src-shared/api/site-schemas.ts'
import type { Metrics } from '../store/store.ts'

/**
 * The lot in figures, the same wherever they are shown. A bay is occupied by a car, as reports count it too; one that is
 * blocked is neither occupied nor free. Occupied, blocked and free are all bays together.
 */
export function lotFigures({ baysTotal, baysOccupied, baysBlocked }: Metrics): MetricsSummary['bays'] {
  const free = baysTotal - baysOccupied - baysBlocked
  return { total: baysTotal, occupied: baysOccupied, blocked: baysBlocked, free }
}
