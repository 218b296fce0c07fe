import type { TestContext } from 'vitest'

/** Skips a test for which this machine lacks a tool or a right; the totals of `npm test` tell why. */
export function needs({ skip }: TestContext, obstacle: string | undefined): void {
  if (obstacle !== undefined) skip(obstacle)
}
