import { useRef, useState } from 'react'

/**
 * Where a list or calendar opens: within the native dialog that its field stands in, above which nothing else can be, or
 * at the end of the page.
 */
export function useOverlayPlace() {
  const field = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Element>()
  return {
    field,
    portal: place === undefined ? {} : { UNSTABLE_portalContainer: place },
    /** Call when it opens. */
    find: () => setPlace(field.current?.closest('dialog') ?? undefined),
  }
}
