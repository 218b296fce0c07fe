import { memo } from 'react'
import type { LaidBay, LotFeature } from '../../../src-shared/lot/lot-layout.ts'
import type { ItemKey } from './plan-edit.ts'

interface PlanItemProps {
  readonly itemKey: ItemKey
  readonly item: LaidBay | LotFeature | undefined
  readonly name: string
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly isWrong: boolean
  readonly onFocus: () => void
}

/** A bay with its label and the way its car looks, or the outline by which a feature is taken. */
export const PlanItem = memo(function PlanItem(props: PlanItemProps) {
  const { itemKey, item, name, isSelected, isTabStop, isWrong, onFocus } = props
  if (item === undefined) return null
  const { x, y, width, height } = item
  const isBay = !('kind' in item)
  const size = Math.min(11, width / (name.length * 0.72), height * 0.6)
  return (
    <g
      className="plan-item"
      role="option"
      aria-label={name}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-item={itemKey}
      data-bay={isBay}
      data-wrong={isWrong}
      onFocus={onFocus}
    >
      <rect className="plan-item__box" x={x} y={y} width={width} height={height} rx={1.5} />
      {isBay && (
        <g aria-hidden="true">
          <path
            className="plan-item__nose"
            d="M-4 3 0-3 4 3z"
            transform={`translate(${x + width / 2} ${y + height / 2}) rotate(${item.rotation}) translate(0 ${
              8 - (item.rotation % 180 === 0 ? height : width) / 2
            })`}
          />
          <text className="plan-item__label" x={x + width / 2} y={y + height / 2} fontSize={size}>
            {name}
          </text>
        </g>
      )}
    </g>
  )
})
