import type { NewTariffVersion } from '../../../src-shared/api/tariff-schemas.ts'
import { isPin } from '../../controls/pin.ts'
import { isMoment } from '../price-question.ts'

export interface SaveForm {
  readonly name: string
  /** `now`, `later` by date and time, or the id of the coming version whose place it takes. */
  readonly when: string
  readonly date: string
  readonly time: string
  readonly pin: string
}

/** Which fields would be refused: what the server asks, so that it need not be asked in vain. */
export function saveFaults({ name, when, date, time, pin }: SaveForm): readonly ('name' | 'when' | 'pin')[] {
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(when === 'later' && !isMoment(date, time) ? (['when'] as const) : []),
    ...(isPin(pin) ? [] : (['pin'] as const)),
  ]
}

/** When it is to begin, as the server is told. */
export function validFrom(
  { when, date, time }: SaveForm,
  coming: readonly { readonly id: string; readonly valid_from: string | null }[],
): NewTariffVersion['valid_from'] {
  if (when === 'later') return { date, time }
  return coming.find(({ id }) => id === when)?.valid_from ?? 'now'
}
