import type { Task } from '../../connection/use-task.ts'

/** What the server says is wrong with a member of what was sent, by its path. */
export function faultAt(task: Task, path: string): string | undefined {
  if (task.is !== 'failed') return undefined
  return task.failure.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message
}
