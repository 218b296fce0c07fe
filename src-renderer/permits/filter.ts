import type { Permit } from '../../src-shared/api/permit-schemas.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'

export interface PermitFilter {
  /** Part of a plate or of a holder's name. */
  readonly text: string
  readonly state: Permit['state'] | null
}

export const everyPermit: PermitFilter = { text: '', state: null }

const order: Readonly<Record<Permit['state'], number>> = { valid: 0, coming: 1, ended: 2, revoked: 3 }

/** Those that match, the ones that count first. */
export function matching(permits: readonly Permit[], { text, state }: PermitFilter): readonly Permit[] {
  const words = text.trim().toLowerCase()
  const plate = normalisePlate(text)
  return permits
    .filter((permit) => state === null || permit.state === state)
    .filter(
      (permit) =>
        words === '' ||
        permit.holder.toLowerCase().includes(words) ||
        (plate !== '' && normalisePlate(permit.plate).includes(plate)),
    )
    .toSorted((a, b) => order[a.state] - order[b.state])
}

/** One that is over has nothing left to take away. */
export function isRevocable({ state }: Permit): boolean {
  return state === 'valid' || state === 'coming'
}
