import type { OpeningHours } from '../../src-shared/api/site-schemas.ts'
import type { LotList } from '../../src-shared/lot/lot-list.ts'
import { hoursProblems } from '../../src-shared/opening/hours-problems.ts'

/** What a person has typed at the first start. */
export interface SetupForm {
  readonly siteName: string
  readonly timezone: string
  readonly currency: string
  readonly ownerName: string
  readonly username: string
  readonly password: string
  readonly again: string
  /** The languages of customers by their tags, the first one first; null until somebody has chosen. */
  readonly languages: string | null
  readonly hours: readonly OpeningHours[]
  /** What the lot begins with. */
  readonly template: 'full' | 'small' | 'empty' | 'file'
  /** The lot of the file, once there is one without a problem. */
  readonly lot: LotList | null
}

/** What can be wrong. */
export type SetupField = Exclude<keyof SetupForm, 'template' | 'languages'>

/** What a part of the form needs: what is typed, what is wrong, and how to change it. */
export interface SetupPartProps {
  readonly form: SetupForm
  readonly faultOf: (field: SetupField) => string | undefined
  readonly change: (part: Partial<SetupForm>) => void
}

/** The languages of customers: as chosen, or else that of whoever sets the site up, and English. */
export function languagesOf({ languages }: Pick<SetupForm, 'languages'>, own: string): string {
  return languages ?? (own === 'en' ? 'en' : `${own},en`)
}

/** The server's own rule; the form says it before the server has to. */
export const minPasswordLength = 10
const maxPasswordLength = 200
const username = /^[a-z0-9._-]{2,32}$/

/** Each rule of the password, and whether it is met so far. */
export function passwordRules(form: Pick<SetupForm, 'username' | 'password' | 'again'>) {
  return {
    length: form.password.length >= minPasswordLength && form.password.length <= maxPasswordLength,
    different: form.password !== '' && form.password.toLowerCase() !== form.username.toLowerCase(),
    same: form.password !== '' && form.password === form.again,
  }
}

/** The fields that are not right yet, in the order of the form. */
export function setupFaults(form: SetupForm, zones: readonly string[], currencies: readonly string[]): SetupField[] {
  const rules = passwordRules(form)
  const right: Record<SetupField, boolean> = {
    siteName: isName(form.siteName),
    timezone: zones.includes(form.timezone),
    currency: currencies.includes(form.currency),
    hours: hoursProblems(form.hours).length === 0,
    lot: form.template !== 'file' || form.lot !== null,
    ownerName: isName(form.ownerName),
    username: username.test(form.username),
    password: rules.length && rules.different,
    again: rules.same,
  }
  return (Object.keys(right) as SetupField[]).filter((field) => !right[field])
}

function isName(text: string): boolean {
  const length = text.trim().length
  return length >= 1 && length <= 80
}

/** Zones in whose name each word typed begins a part, in any order: `new york`, `kolk`, `asia k`. */
export function matchingZones(zones: readonly string[], text: string): string[] {
  const words = partsOf(text)
  return zones.filter((zone) => words.every((word) => partsOf(zone).some((part) => part.startsWith(word))))
}

function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s_/-]+/)
    .filter(Boolean)
}

const currencyOfRegion: readonly (readonly [RegExp, string])[] = [
  [/^Asia\/(Kolkata|Calcutta)$/, 'INR'],
  [/^Europe\/London$/, 'GBP'],
  [/^Europe\/Zurich$/, 'CHF'],
  [/^Europe\/(Berlin|Paris|Madrid|Rome|Vienna|Amsterdam|Brussels|Dublin|Lisbon|Helsinki|Athens)$/, 'EUR'],
  [/^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit)$/, 'USD'],
  [/^America\/(Toronto|Vancouver|Winnipeg|Edmonton|Halifax)$/, 'CAD'],
  [/^Australia\//, 'AUD'],
  [/^Asia\/Tokyo$/, 'JPY'],
  [/^Asia\/Dubai$/, 'AED'],
  [/^Asia\/Singapore$/, 'SGD'],
]

/** A first guess at the currency, to be changed by hand; empty when the zone gives no hint. */
export function suggestCurrency(timezone: string): string {
  return currencyOfRegion.find(([zone]) => zone.test(timezone))?.[1] ?? ''
}
