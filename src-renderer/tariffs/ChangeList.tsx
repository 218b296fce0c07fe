import { planChanges } from '../../src-shared/tariff/plan-changes.ts'
import type { TariffPlan } from '../../src-shared/tariff/tariff-plan.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSite } from '../shell/site.tsx'

/** What one tariff changes about another, in words. */
export function ChangeList({ before, after }: { before: TariffPlan; after: TariffPlan }) {
  const t = useT()
  const { currency } = useSite()
  const changes = planChanges(before, after, currency, t)
  if (changes.length === 0) return <p>{t('tariffs.changes.none')}</p>
  return (
    <dl className="changes">
      {changes.map(({ what, before: old, after: now }) => (
        <div className="changes__change" key={`${what} ${old} ${now}`}>
          <dt>{what}</dt>
          {old !== null && (
            <dd>
              <span className="changes__side">{t('tariffs.changes.before')}</span> <del>{old}</del>
            </dd>
          )}
          <dd>
            <span className="changes__side">{t('tariffs.changes.after')}</span>{' '}
            <ins>{now ?? t('tariffs.changes.gone')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
