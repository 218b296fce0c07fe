import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped; the totals of `npm test` say it. */
    skipped?: string
  }
}

/** Skips a test for which this machine lacks a tool or a right, and says why in the totals of `npm test`. */
export function needs({ task, skip }: Pick<TestContext, 'task' | 'skip'>, obstacle: string | undefined): void {
  if (obstacle === undefined) return
  task.meta.skipped = obstacle
  skip(obstacle)
}
