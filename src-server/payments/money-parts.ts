import type { DecisionParts } from '../decisions/decide.ts'
import type { Random } from '../ids/random.ts'

/** What it takes to decide about money. */
export interface MoneyParts extends DecisionParts {
  readonly random: Random
}
