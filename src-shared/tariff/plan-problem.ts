import type { MessageKey } from '../i18n/translate.ts'

/** One thing that is wrong with a plan. */
export interface PlanProblem {
  /** `error`: the plan must not be priced. `warning`: it can be, and may be a slip. */
  readonly severity: 'error' | 'warning'
  /** Where, as valibot writes it: `rates.0.lines.1.from_minute`. */
  readonly path: string
  readonly key: Extract<MessageKey, `tariff.problem.${string}`>
  /** What the message names. `class` is a bay class's own name, to be said with `tariff.class.…`. */
  readonly values: Readonly<Record<string, string | number>>
}

type Make = (path: string, key: PlanProblem['key'], values?: PlanProblem['values']) => PlanProblem

export const error: Make = (path, key, values = {}) => ({ severity: 'error', path, key, values })
export const warning: Make = (path, key, values = {}) => ({ severity: 'warning', path, key, values })
