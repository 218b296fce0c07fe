import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'

interface Described {
  readonly plate: string
  readonly start: string
}

const ids = new Set<string>()
const underWay = new Set<string>()

/** Remembers that this console works on a booking, so that its own doing comes back as no news. */
export function noteOwn(id: string) {
  ids.add(id)
}

/** The same for one that has no id yet: its notification may be here before the answer is. */
export function noteOwnUnderWay(booking: Described) {
  underWay.add(described(booking))
}

export function isOwn(booking: Described & { readonly id: string }): boolean {
  return ids.has(booking.id) || underWay.has(described(booking))
}

function described({ plate, start }: Described): string {
  return `${normalisePlate(plate)} ${parseInstant(start)}`
}
