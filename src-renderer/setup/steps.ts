import type { SetupField } from './setup-rules.ts'

/** The steps before there is an account, in their order. */
export const firstSteps = ['language', 'place', 'zone', 'hours', 'lot', 'owner'] as const
export type FirstStep = (typeof firstSteps)[number]

/** The steps after it, which come with somebody signed in and can be taken again at any time. */
export const laterSteps = ['clock', 'network', 'tablet', 'done'] as const
export type LaterStep = (typeof laterSteps)[number]

export const stepCount = firstSteps.length + laterSteps.length

/** Where each field is asked for. */
const asked: Readonly<Record<SetupField, FirstStep>> = {
  siteName: 'place',
  currency: 'place',
  timezone: 'zone',
  hours: 'hours',
  lot: 'lot',
  ownerName: 'owner',
  username: 'owner',
  password: 'owner',
  again: 'owner',
}

export function stepOf(field: SetupField): FirstStep {
  return asked[field]
}
