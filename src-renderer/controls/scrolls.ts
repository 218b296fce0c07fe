import { useEffect, useState, type RefObject } from 'react'

/** Whether a part has more than is seen of it, so that the keyboard has to reach it to scroll. */
export function useScrolls(part: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = part.current
    if (element === null) return
    const watch = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight))
    watch.observe(element)
    for (const child of element.children) watch.observe(child)
    return () => watch.disconnect()
  }, [part])
  return scrolls
}
