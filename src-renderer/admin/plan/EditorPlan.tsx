import { useRef } from 'react'
import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import type { LayoutProblem } from '../../../src-shared/lot/layout-problems.ts'
import { LotGround } from '../../../src-shared/ui/lot-map/LotGround.tsx'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { itemName } from './item-words.ts'
import { itemAt, itemKeys, type ItemKey } from './plan-edit.ts'
import { PlanItem } from './PlanItem.tsx'
import { useDragging } from './use-dragging.ts'
import { usePlanKeys } from './use-plan-keys.ts'
import type { PlanAction, PlanState } from './use-plan.ts'

interface EditorPlanProps {
  readonly state: PlanState
  readonly dispatch: (action: PlanAction) => void
  readonly bays: readonly AdminBay[]
  readonly problems: readonly LayoutProblem[]
  readonly zoom: number
}

/** Everything on the plan, to be dragged, or moved by the arrow keys once it is selected. */
export function EditorPlan({ state, dispatch, bays, problems, zoom }: EditorPlanProps) {
  const t = useT()
  const svg = useRef<SVGSVGElement>(null)
  const { shown, handlers } = useDragging(svg, state.plan, dispatch)
  const onKeyDown = usePlanKeys(state, dispatch, svg)
  const wrong = new Set(problems.flatMap((problem) => (problem.kind === 'overlap' ? problem.ids : [problem.id])))
  const keys = itemKeys(shown)
  const tabStop = state.selected !== null && itemAt(shown, state.selected) !== undefined ? state.selected : keys[0]
  const words = {
    entrance: t('admin.plan.feature.entrance'),
    exit: t('admin.plan.feature.exit'),
    washHall: t('admin.plan.feature.wash_hall'),
  }
  // Features lie under the bays, for the eye and for the pointer.
  const order = (key: ItemKey) => (key.startsWith('feature:') ? 0 : 1)
  return (
    <div className="plan-frame">
      {/* The things on it take the focus, one of them at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <svg
        ref={svg}
        className="plan-frame__plan lot-map__plan"
        role="listbox"
        aria-label={t('admin.plan.title')}
        viewBox={`0 0 ${shown.width} ${shown.height}`}
        style={{ inlineSize: `${zoom * 100}%` }}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <rect className="lot-ground" width={shown.width} height={shown.height} />
        <LotGround layout={shown} words={words} />
        {keys
          .toSorted((one, other) => order(one) - order(other))
          .map((key) => (
            <PlanItem
              key={key}
              itemKey={key}
              item={itemAt(shown, key)}
              name={itemName(shown, key, bays, t)}
              isSelected={key === state.selected}
              isTabStop={key === tabStop}
              isWrong={key.startsWith('bay:') && wrong.has(key.slice(4))}
              onFocus={() => dispatch({ do: 'select', key })}
            />
          ))}
      </svg>
    </div>
  )
}
