import type { LotBay } from '../../../src-shared/api/stay-schemas.ts'

/** A free bay for cars, with what is different about it. */
export function bayWith(part: Partial<LotBay> = {}): LotBay {
  return {
    id: 'a1',
    label: 'A01',
    kind: 'bay',
    bay_class: 'car',
    state: 'free',
    plate: null,
    since: null,
    until: null,
    stay_id: null,
    booking_id: null,
    note: null,
    next: null,
    ...part,
  }
}
