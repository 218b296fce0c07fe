import { factNames, planFacts } from '../../src-shared/tariff/plan-facts.ts'
import type { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { tariffSummary } from '../../src-shared/tariff/tariff-summary.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

/** All that a tariff says, in words: the poster's lines, then the rules. */
export function PlanFacts({ plan }: { plan: TariffPlan }) {
  const t = useT()
  const { currency } = useSite()
  const facts = planFacts(plan, currency, t)
  return (
    <div className="plan">
      <ul className="plan__lines">
        {tariffSummary(plan, currency, t).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl className="plan__facts">
        {factNames.map((name) => (
          <div key={name}>
            <dt>{t(`tariff.fact.${name}`)}</dt>
            <dd>{facts[name]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
