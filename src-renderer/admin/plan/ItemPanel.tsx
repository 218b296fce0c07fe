import type { AdminBay } from '../../../src-shared/api/admin-schemas.ts'
import type { LotLayout, Outline } from '../../../src-shared/lot/lot-layout.ts'
import { useT } from '../../../src-shared/ui/translator.tsx'
import { Button } from '../../controls/Button.tsx'
import { ChoiceField, TextField } from '../form/TextField.tsx'
import { itemName } from './item-words.ts'
import { itemAt, itemKeys, removed, turned, withOutline, withText, type ItemKey } from './plan-edit.ts'
import type { PlanAction } from './use-plan.ts'

interface ItemPanelProps {
  readonly plan: LotLayout
  readonly selected: ItemKey | null
  readonly bays: readonly AdminBay[]
  readonly dispatch: (action: PlanAction) => void
}

const sides = ['x', 'y', 'width', 'height'] as const satisfies readonly (keyof Outline)[]

/** What is selected, in numbers: the same can be done here as by dragging. Lengths are decimetres. */
export function ItemPanel({ plan, selected, bays, dispatch }: ItemPanelProps) {
  const t = useT()
  const item = selected === null ? undefined : itemAt(plan, selected)
  const options = itemKeys(plan).map((key) => [key as string, itemName(plan, key, bays, t)] as const)
  return (
    <section className="plan-panel" aria-label={t('admin.plan.selected')}>
      <ChoiceField
        label={t('admin.plan.selected')}
        value={selected ?? ''}
        options={[['', t('admin.plan.nothing')] as const, ...options]}
        onValue={(key) => dispatch({ do: 'select', key: key === '' ? null : (key as ItemKey) })}
      />
      {selected !== null && item !== undefined && (
        <>
          <div className="plan-panel__numbers">
            {sides.map((side) => (
              <TextField
                key={side}
                label={t(`admin.plan.side.${side}`)}
                type="number"
                value={String(item[side])}
                onValue={(text) => {
                  const number = Number(text)
                  const least = side === 'x' || side === 'y' ? 0 : 1
                  if (text === '' || !Number.isInteger(number) || number < least) return
                  dispatch({ do: 'edit', plan: withOutline(plan, selected, { [side]: number }) })
                }}
              />
            ))}
          </div>
          {'kind' in item && item.kind === 'text' && (
            <TextField
              label={t('admin.plan.text')}
              maxLength={40}
              value={item.text}
              onValue={(text) => dispatch({ do: 'edit', plan: withText(plan, selected, text) })}
            />
          )}
          <div className="plan-panel__acts">
            <Button onClick={() => dispatch({ do: 'edit', plan: turned(plan, selected) })}>
              {t('admin.plan.turn')}
            </Button>
            <Button onClick={() => dispatch({ do: 'edit', plan: removed(plan, selected), key: null })}>
              {t('admin.plan.remove')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
