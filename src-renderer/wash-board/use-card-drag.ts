import { useEffect, useRef, useState } from 'react'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import type { WashColumn } from '../../src-shared/wash/wash-job-states.ts'

/** A card is being dragged once the pointer has gone so many pixels: before that it is a press. */
const THRESHOLD = 6

export interface Drag {
  readonly jobId: string
  /** Which column the pointer is over, and how many cards are above it there. */
  readonly over: { readonly column: WashColumn; readonly position: number } | null
  readonly dx: number
  readonly dy: number
}

interface Start {
  readonly jobId: string
  readonly pointerId: number
  readonly x: number
  readonly y: number
}

/**
 * Dragging of cards by pointer: mouse, pen and finger alike, Escape lets go. Columns are found by `data-column`, cards
 * by `data-job`.
 */
export function useCardDrag(onDrop: (jobId: string, over: NonNullable<Drag['over']>) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const start = useRef<Start | null>(null)
  const current = useRef<Drag | null>(null)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })

  useEffect(() => {
    const put = (next: Drag | null) => {
      current.current = next
      setDrag(next)
    }
    const end = () => {
      start.current = null
      if (current.current !== null) put(null)
    }
    const onMove = (event: PointerEvent) => {
      const from = start.current
      if (from === null || event.pointerId !== from.pointerId) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (current.current === null && Math.hypot(dx, dy) < THRESHOLD) return
      event.preventDefault()
      put({ jobId: from.jobId, dx, dy, over: placeAt(event.clientX, event.clientY, from.jobId) })
    }
    const onUp = () => {
      const dragged = current.current
      if (dragged !== null) swallowClick()
      end()
      if (dragged?.over != null) drop.current(dragged.jobId, dragged.over)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && current.current !== null) end()
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  const grip = (jobId: string) => (event: React.PointerEvent) => {
    if (event.button !== 0) return
    // A finger scrolls the board unless it takes the card by its grip.
    if (event.pointerType === 'touch' && !(event.target as Element).closest('[data-grip]')) return
    start.current = { jobId, pointerId: event.pointerId, x: event.clientX, y: event.clientY }
  }
  return { drag, grip }
}

/** The click that a browser makes of the end of a drag is no press of the card. */
function swallowClick() {
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', stop, { capture: true, once: true })
  browserTimers.after(0, () => window.removeEventListener('click', stop, { capture: true }))
}

function placeAt(x: number, y: number, jobId: string): Drag['over'] {
  const column = document
    .elementsFromPoint(x, y)
    .find((element) => element instanceof HTMLElement && element.dataset['column'] !== undefined)
  if (!(column instanceof HTMLElement)) return null
  const cards = [...column.querySelectorAll<HTMLElement>('[data-job]')].filter((card) => card.dataset['job'] !== jobId)
  const position = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect()
    return top + height / 2 < y
  }).length
  return { column: column.dataset['column'] as WashColumn, position }
}
