import type { LotBayClass } from '../../lot/bay-state.ts'

/** Our own drawings in a box of 24 by 24, stroked; a plain car bay and a permit bay carry none but their letter. */
const drawings: Partial<Record<LotBayClass, string>> = {
  // A person in a wheelchair, seen from the side.
  accessible: 'M10 8v7h6l3 5.5M10 11h5M8 12.2a5.2 5.2 0 1 0 6.2 7M10 3.2a1.3 1.3 0 1 0 .1 0',
  // A charging plug with its flash.
  ev: 'M13.5 2 6 13.5h5L9.5 22 18 9.8h-5.2z',
  // Two wheels, frame and handlebar.
  two_wheeler: 'M6 13.2a3.8 3.8 0 1 0 .1 0M18 13.2a3.8 3.8 0 1 0 .1 0M6 17l4-7h6l2 7M10 10l3 6M16 10l-1.5-4H18M8 7.5h4',
  // A drop of water.
  wash: 'M12 2.5c3.8 4.8 6 7.6 6 11.2a6 6 0 0 1-12 0C6 10.1 8.2 7.3 12 2.5zM9.3 14a2.8 2.8 0 0 0 2.7 2.8',
  // Larger than a car: two boxes on wheels.
  suv: 'M2.5 16V11l3-5h11l4 5 1 1v4zM5.5 11h14M12 6v5M7 15.5a1.8 1.8 0 1 0 .1 0M17 15.5a1.8 1.8 0 1 0 .1 0',
  // A card with a line to sign.
  permit: 'M3 6h18v12H3zM6.5 10h5M6.5 14h11',
}

interface ClassSymbolProps {
  readonly bayClass: LotBayClass
  readonly x: number
  readonly y: number
  /** Side of the square that it fills, in the units around it. */
  readonly size: number
}

/** What a bay is for, as a sign on the ground, about its middle (x, y); nothing for a plain car. Words stand elsewhere. */
export function ClassSymbol({ bayClass, x, y, size }: ClassSymbolProps) {
  const drawing = drawings[bayClass]
  if (drawing === undefined) return null
  const scale = size / 24
  return (
    <path
      className="lot-symbol"
      data-filled={bayClass === 'ev' || undefined}
      d={drawing}
      transform={`translate(${round(x - size / 2)} ${round(y - size / 2)}) scale(${round(scale)})`}
    />
  )
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
