import type { ReportQueries } from '../store/report-rows.ts'

/** Names whoever the trail names: members of staff by their names, anybody else as the trail does. */
export async function actorNames(queries: ReportQueries): Promise<(actor: string) => string> {
  const names = new Map((await queries.userNames()).map(({ id, name }) => [`user:${id}`, name]))
  return (actor) => names.get(actor) ?? actor
}
