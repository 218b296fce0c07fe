import type { BayClass } from '../api/fields.ts'
import type { Translator } from '../i18n/translate.ts'
import type { PlanProblem } from './plan-problem.ts'

/** What is wrong with a plan, in a sentence. */
export function problemWords({ key, values }: PlanProblem, t: Translator): string {
  const bayClass = values['class'] as BayClass | undefined
  return t(key, bayClass === undefined ? values : { ...values, class: t(`tariff.class.${bayClass}`) })
}
