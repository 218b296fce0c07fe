import type { Role } from '../../src-shared/api/fields.ts'

/** An account of the demo site. They are printed at start, in demo mode only. */
export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly role: Role
  readonly pin: string
}

export const demoStaff: readonly (DemoAccount & { readonly name: string })[] = [
  { username: 'owner', password: 'harbour-owner', role: 'owner', pin: '2468', name: 'Meera Pillai' },
  { username: 'attendant', password: 'harbour-attendant', role: 'attendant', pin: '2468', name: 'Arun Das' },
  { username: 'admin', password: 'harbour-admin', role: 'admin', pin: '2468', name: 'Sana Iqbal' },
]

export const demoAccounts: readonly DemoAccount[] = demoStaff.map(({ username, password, role, pin }) => ({
  username,
  password,
  role,
  pin,
}))

/** Numbers that begin with a one belong to nobody's mobile in India. */
export function demoPhone(number: number): string {
  return `+91 10000 ${String(number % 100_000).padStart(5, '0')}`
}

const places = ['KL07', 'KL39', 'KL63', 'KL07', 'TN37', 'KA51', 'KL17', 'KL40'] as const
/** No letter of these is given out with the numbers below, so that no two lists of plates meet. */
const series = ['QA', 'QB', 'QD', 'QF', 'QK'] as const

/** The plates of those who came in the past week: regulars, so that a plate comes again after some days. */
export function regularPlate(number: number): string {
  const of = number % REGULARS
  return `${places[of % places.length]}${series[of % series.length]}${1103 + of * 97}`
}
const REGULARS = 90
