import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import type { LotBayClass } from '../../../src-shared/lot/bay-state.ts'
import type { LayoutProblem } from '../../../src-shared/lot/layout-problems.ts'
import type { LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { withBays } from './plan-edit.ts'
import type { PlanAction } from './use-plan.ts'

interface ProblemsProps {
  readonly problems: readonly LayoutProblem[]
  readonly plan: LotLayout
  readonly bays: readonly AdminBay[]
  readonly dispatch: (action: PlanAction) => void
}

export function classOf({ kind, bay_class: name }: AdminBay): LotBayClass {
  return kind === 'wash_bay' ? 'wash' : (name ?? 'car')
}

/** What is wrong with the plan, each with the way to it; and the bays that lie nowhere yet. */
export function Problems({ problems, plan, bays, dispatch }: ProblemsProps) {
  const t = useT()
  const labels = new Map(bays.map(({ id, label }) => [id, label]))
  const named = (id: string) => labels.get(id) ?? id
  const placed = new Set(plan.bays.map(({ id }) => id))
  const unplaced = bays.filter(({ id }) => !placed.has(id))
  const grave = problems.filter((problem) => problem.kind !== 'unplaced')
  return (
    <section className="plan-panel" aria-label={t('admin.plan.problems')}>
      <div role="status">
        {grave.length === 0 ? (
          <p className="plan-panel__fine">{t('admin.plan.noProblems')}</p>
        ) : (
          <p className="field__fault">{t('admin.plan.mustFix', { count: grave.length })}</p>
        )}
      </div>
      <ul className="plan-panel__list">
        {grave.map((problem) => {
          const ids = problem.kind === 'overlap' ? problem.ids : [problem.id]
          const words = t(`admin.plan.problem.${problem.kind}`, {
            one: named(ids[0] ?? ''),
            other: named(ids[1] ?? ''),
          })
          return (
            <li key={words}>
              <Button look="quiet" onClick={() => dispatch({ do: 'select', key: `bay:${ids[0] ?? ''}` })}>
                {words}
              </Button>
            </li>
          )
        })}
      </ul>
      <Unplaced bays={unplaced} plan={plan} dispatch={dispatch} />
    </section>
  )
}

/** Bays of a class are laid as one row. */
function Unplaced({ bays, plan, dispatch }: Omit<ProblemsProps, 'problems'>) {
  const t = useT()
  if (bays.length === 0) return null
  const groups = new Map<LotBayClass, AdminBay[]>()
  for (const bay of bays) groups.set(classOf(bay), [...(groups.get(classOf(bay)) ?? []), bay])
  return (
    <>
      <p>{t('admin.plan.unplaced', { count: bays.length })}</p>
      <ul className="plan-panel__list">
        {[...groups].map(([name, group]) => (
          <li key={name}>
            <Button
              onClick={() => {
                const run = group.map(({ id }) => ({ id, bayClass: name }))
                dispatch({ do: 'edit', plan: withBays(plan, run), key: `bay:${run[0]?.id ?? ''}` })
              }}
            >
              {t('admin.plan.place', { count: group.length, name: t(`admin.class.${name}`) })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
