import type { Outline } from './lot-layout.ts'

/**
 * The outline moved to the nearest point of a grid of `step` dm, and kept within the plan; its size stays. Where the plan's
 * edge is no multiple of the step, the edge wins.
 */
export function snapToGrid<Shape extends Outline>(
  shape: Shape,
  step: number,
  plan: Pick<Outline, 'width' | 'height'>,
): Shape {
  return {
    ...shape,
    x: snap(shape.x, step, plan.width - shape.width),
    y: snap(shape.y, step, plan.height - shape.height),
  }
}

function snap(at: number, step: number, most: number): number {
  return Math.max(0, Math.min(Math.round(at / step) * step, most))
}
