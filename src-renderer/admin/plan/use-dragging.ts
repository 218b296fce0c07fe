import { useState, type PointerEvent, type RefObject } from 'react'
import type { LotLayout } from '../../../src-shared/lot/lot-layout.ts'
import { dropped, itemAt, type ItemKey } from './plan-edit.ts'
import type { PlanAction } from './use-plan.ts'

interface Drag {
  readonly key: ItemKey
  /** Where in the thing it was taken, in dm. */
  readonly dx: number
  readonly dy: number
  readonly plan: LotLayout
}

/** Drags what is under the pointer. While it is on its way the plan is only shown so; letting go is one step to undo. */
export function useDragging(
  svg: RefObject<SVGSVGElement | null>,
  plan: LotLayout,
  dispatch: (action: PlanAction) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const place = (event: PointerEvent): { x: number; y: number } | undefined => {
    const matrix = svg.current?.getScreenCTM()?.inverse()
    if (matrix === undefined) return undefined
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
    return { x, y }
  }
  const end = () => setDrag(null)
  return {
    shown: drag?.plan ?? plan,
    handlers: {
      onPointerDown(event: PointerEvent<SVGSVGElement>) {
        const taken = event.target instanceof Element ? event.target.closest<SVGElement>('[data-item]') : null
        const key = taken?.dataset['item'] as ItemKey | undefined
        const item = key === undefined ? undefined : itemAt(plan, key)
        const at = place(event)
        if (key === undefined || item === undefined || at === undefined || event.button !== 0) return
        event.preventDefault()
        taken?.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ key, dx: at.x - item.x, dy: at.y - item.y, plan })
      },
      onPointerMove(event: PointerEvent) {
        const at = place(event)
        if (drag === null || at === undefined) return
        const next = dropped(plan, drag.key, at.x - drag.dx, at.y - drag.dy)
        const before = itemAt(plan, drag.key)
        // A click that trembles moves nothing.
        const isMove = before !== undefined && Math.hypot(at.x - drag.dx - before.x, at.y - drag.dy - before.y) > 3
        setDrag({ ...drag, plan: isMove ? next : plan })
      },
      onPointerUp() {
        if (drag !== null) dispatch({ do: 'edit', plan: drag.plan, key: drag.key })
        end()
      },
      onPointerCancel: end,
    },
  }
}
