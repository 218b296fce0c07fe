import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Direction } from '../../lot/lot-layout.ts'

/** How far one can still look beyond each edge of the frame. */
export type Room = Readonly<Record<Direction, boolean>>

export interface MapView {
  readonly step: number
  readonly room: Room
  readonly zoom: (by: 1 | -1) => void
  readonly pan: (direction: Direction) => void
}

const nowhere: Room = { up: false, right: false, down: false, left: false }
const ways = { up: [0, -1], right: [1, 0], down: [0, 1], left: [-1, 0] } as const
/** A step of panning, as a share of the frame: what stood at its edge stays in sight. */
const panShare = 0.6

/** Zooming and panning by buttons. The frame scrolls, so that wheel, finger and focus move it as well. */
export function useMapView(frame: RefObject<HTMLDivElement | null>, firstStep: number): MapView {
  const [step, setStep] = useState(firstStep)
  const [room, setRoom] = useState<Room>(nowhere)
  const middle = useRef<readonly [number, number] | null>(null)

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const look = () => setRoom((before) => sameOr(before, roomOf(element)))
    const observer = new ResizeObserver(look)
    observer.observe(element)
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [frame])

  // What stood in the middle stays there, however large it is drawn.
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || middle.current === null) return
    const [x, y] = middle.current
    const left = x * element.scrollWidth - element.clientWidth / 2
    element.scrollTo({ left, top: y * element.scrollHeight - element.clientHeight / 2, behavior: 'instant' })
    setRoom((before) => sameOr(before, roomOf(element)))
  }, [frame, step])

  const zoom = useCallback(
    (by: 1 | -1) => {
      middle.current = middleOf(frame.current)
      setStep((before) => before + by)
    },
    [frame],
  )

  const pan = useCallback(
    (direction: Direction) => {
      const element = frame.current
      if (element === null) return
      const [x, y] = ways[direction]
      element.scrollBy({ left: x * element.clientWidth * panShare, top: y * element.clientHeight * panShare })
    },
    [frame],
  )

  return { step, room, zoom, pan }
}

function middleOf(element: HTMLElement | null): readonly [number, number] | null {
  if (element === null || element.scrollWidth === 0) return null
  const x = (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth
  return [x, (element.scrollTop + element.clientHeight / 2) / element.scrollHeight]
}

function roomOf(element: HTMLElement): Room {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element
  return {
    up: scrollTop > 1,
    left: scrollLeft > 1,
    down: scrollTop + clientHeight < scrollHeight - 1,
    right: scrollLeft + clientWidth < scrollWidth - 1,
  }
}

function sameOr(before: Room, now: Room): Room {
  const same =
    before.up === now.up && before.right === now.right && before.down === now.down && before.left === now.left
  return same ? before : now
}
