import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import type { Direction, LaidBay } from '../../lot/lot-layout.ts'
import { nearestBay } from '../../lot/nearest-bay.ts'
import { typeLabel, type TypedLabel } from '../../lot/typed-label.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
}

interface BayKeys {
  /** The one bay that Tab leads to. */
  readonly tabStop: string | undefined
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void
    readonly onClick: (event: MouseEvent<SVGSVGElement>) => void
    readonly onFocus: (event: FocusEvent<SVGSVGElement>) => void
  }
}

export interface ReachableBay {
  readonly place: LaidBay
  readonly id: string
  readonly label: string
}

/**
 * One tab stop for the whole map. Arrows lead to the nearest bay that way, Home and End to the first and last, letters and
 * figures to the bay of that label; Enter, Space and a press choose.
 */
export function useBayKeys(
  bays: readonly ReachableBay[],
  selectedId: string | null,
  onSelect: (id: string) => void,
): BayKeys {
  const [visited, setVisited] = useState<string | null>(null)
  const typed = useRef<TypedLabel | null>(null)
  const isReachable = (id: string | null) => bays.some((bay) => bay.id === id)
  const tabStop = [visited, selectedId].find(isReachable) ?? bays[0]?.id

  const targetOf = (event: KeyboardEvent<SVGSVGElement>, current: string | null): string | undefined => {
    const arrow = arrows[event.key]
    if (arrow !== undefined && current !== null)
      return nearestBay(
        bays.map(({ place }) => place),
        current,
        arrow,
      )
    if (event.key === 'Home') return bays[0]?.id
    if (event.key === 'End') return bays.at(-1)?.id
    if (!/^[\p{L}\p{N}]$/u.test(event.key)) return undefined
    const answer = typeLabel(bays, typed.current, event.key, event.timeStamp, current)
    typed.current = answer.typed
    return answer.id
  }

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const current = bayAt(event.target)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (current !== null && isReachable(current)) onSelect(current)
      return
    }
    const target = targetOf(event, current)
    if (target === undefined && arrows[event.key] === undefined) return
    event.preventDefault()
    if (target !== undefined) focusBay(event.currentTarget, target)
  }

  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const id = bayAt(event.target)
    if (id !== null && isReachable(id)) onSelect(id)
  }

  const onFocus = useCallback((event: FocusEvent<SVGSVGElement>) => setVisited(bayAt(event.target)), [])

  return { tabStop, handlers: { onKeyDown, onClick, onFocus } }
}

function bayAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-bay]')?.getAttribute('data-bay') ?? null) : null
}

function focusBay(map: SVGSVGElement, id: string): void {
  const bay = map.querySelector<SVGGElement>(`[data-bay="${CSS.escape(id)}"]`)
  bay?.focus({ preventScroll: true })
  bay?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
