import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { itemKeys, moved, removed, steps, turned } from './plan-edit.ts'
import type { PlanAction, PlanState } from './use-plan.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Arrows move what is selected by 1 dm, with Shift by 1 m; R turns it, Delete takes it off the plan; Page Up and Page
 * Down select the next thing; Ctrl+Z and Ctrl+Y undo and redo.
 */
export function usePlanKeys(
  state: PlanState,
  dispatch: (action: PlanAction) => void,
  svg: RefObject<SVGSVGElement | null>,
) {
  useFocusFollowing(state.selected, svg)
  const { plan, selected } = state
  return (event: KeyboardEvent) => {
    const action = actionOf(event)
    if (action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    dispatch(action)
  }

  function actionOf(event: KeyboardEvent): PlanAction | undefined {
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase()
      if (key === 'y' || (key === 'z' && event.shiftKey)) return { do: 'redo' }
      return key === 'z' ? { do: 'undo' } : undefined
    }
    if (event.altKey) return undefined
    if (event.key === 'PageDown') return step(1)
    if (event.key === 'PageUp') return step(-1)
    if (selected === null) return undefined
    const arrow = arrows[event.key]
    if (arrow !== undefined) {
      const far = event.shiftKey ? steps.stride : steps.arrow
      return { do: 'edit', plan: moved(plan, selected, arrow[0] * far, arrow[1] * far) }
    }
    if (event.key.toLowerCase() === 'r') return { do: 'edit', plan: turned(plan, selected) }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const keys = itemKeys(plan)
      const next = removed(plan, selected)
      return { do: 'edit', plan: next, key: itemKeys(next)[Math.max(0, keys.indexOf(selected) - 1)] ?? null }
    }
    return undefined
  }

  function step(by: number): PlanAction | undefined {
    const keys = itemKeys(plan)
    const at = selected === null ? -by : keys.indexOf(selected)
    const key = keys[(at + by + keys.length) % keys.length]
    return key === undefined ? undefined : { do: 'select', key }
  }
}

/** The focus goes with the selection while it is on the plan, and is kept when what had it is taken away. */
function useFocusFollowing(selected: string | null, svg: RefObject<SVGSVGElement | null>) {
  const hadFocus = useRef(false)
  useEffect(() => {
    const plan = svg.current
    if (plan === null) return undefined
    const onIn = () => (hadFocus.current = true)
    const onOut = (event: FocusEvent) => {
      if (event.relatedTarget !== null) hadFocus.current = plan.contains(event.relatedTarget as Node)
    }
    plan.addEventListener('focusin', onIn)
    plan.addEventListener('focusout', onOut)
    return () => {
      plan.removeEventListener('focusin', onIn)
      plan.removeEventListener('focusout', onOut)
    }
  }, [svg])
  useEffect(() => {
    if (selected === null || !hadFocus.current) return
    const item = svg.current?.querySelector<SVGElement>(`[data-item="${CSS.escape(selected)}"]`)
    if (item !== document.activeElement) item?.focus()
  }, [selected, svg])
}
