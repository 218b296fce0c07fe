import { Role } from '../../../src-shared/api/fields.ts'

interface Ranked {
  readonly role: Role
}

/** An admin has no say about owners; the server holds to it, too. */
export function mayChange(me: Ranked, { role }: Ranked): boolean {
  return me.role === 'owner' || role !== 'owner'
}

export function rolesFor(me: Ranked): readonly Role[] {
  return Role.options.filter((role) => mayChange(me, { role }))
}
