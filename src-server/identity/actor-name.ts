import type { IdentityQueries } from '../store/store.ts'

const USER = 'user:'

/** How people call whoever the trail names: a member of staff by name, anybody else as the trail does. */
export async function actorName(queries: Pick<IdentityQueries, 'user'>, actor: string): Promise<string> {
  if (!actor.startsWith(USER)) return actor
  return (await queries.user(actor.slice(USER.length)))?.name ?? actor
}
