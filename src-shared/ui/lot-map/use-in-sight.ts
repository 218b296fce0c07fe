import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Scrolls the frame, and never the page, to a bay that is out of sight: to the one chosen, as by a search beside the map,
 * and at first to where choosing begins.
 */
export function useInSight(frame: RefObject<HTMLDivElement | null>, id: string | undefined): void {
  const hasLooked = useRef(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || id === undefined) return
    const behavior = hasLooked.current ? 'auto' : 'instant'
    hasLooked.current = true
    const bay = element.querySelector(`[data-bay="${CSS.escape(id)}"]`)
    if (bay === null || bay.contains(document.activeElement)) return
    const [inner, outer] = [bay.getBoundingClientRect(), element.getBoundingClientRect()]
    const isSeen =
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
    if (isSeen) return
    element.scrollBy({
      left: (inner.left + inner.right - outer.left - outer.right) / 2,
      top: (inner.top + inner.bottom - outer.top - outer.bottom) / 2,
      behavior,
    })
  }, [frame, id])
}
