import { BayClass } from '../../src-shared/api/fields.ts'

/** How the lot is looked at. It lives in the address, so that a reload keeps it and a search can lead to a bay. */
export interface LotView {
  readonly bayId: string | null
  /** Null for all classes. */
  readonly bayClass: BayClass | null
  readonly as: 'map' | 'list'
}

/** Reads the part of the address after `?`; what makes no sense there is left out. */
export function parseLotView(query: string): LotView {
  const parameters = new URLSearchParams(query)
  const bayClass = BayClass.options.find((known) => known === parameters.get('class'))
  return {
    bayId: parameters.get('bay'),
    bayClass: bayClass ?? null,
    as: parameters.get('as') === 'list' ? 'list' : 'map',
  }
}

/** The other way round; empty when nothing is chosen. */
export function lotViewToQuery({ bayId, bayClass, as }: LotView): string {
  const parameters = new URLSearchParams()
  if (bayId !== null) parameters.set('bay', bayId)
  if (bayClass !== null) parameters.set('class', bayClass)
  if (as === 'list') parameters.set('as', as)
  return parameters.toString()
}
