import * as v from 'valibot'
import { SiteSettings } from '../../../src-shared/api/admin-schemas.ts'

type Setting = keyof SiteSettings

/** The form holds what is typed; a number is one only when it is sent. */
export type SiteForm = Readonly<Record<Setting, string>>

export const textSettings = [
  'name',
  'business_name',
  'address',
  'phone',
  'tax_id',
  'upi_id',
  'receipt_footer',
  'public_url',
] as const satisfies readonly Setting[]

export const ruleGroups = {
  booking: ['window_days', 'hold_minutes', 'payment_minutes'],
  wash: ['wash_lead_minutes', 'wash_slot_minutes', 'wash_no_show_minutes'],
  parking: [
    'parking_min_minutes',
    'parking_buffer_minutes',
    'early_minutes',
    'walk_in_minutes',
    'parking_no_show_minutes',
  ],
  console: ['lock_minutes'],
  privacy: ['plate_days', 'phone_days'],
} as const satisfies Record<string, readonly Setting[]>

const numbers: readonly Setting[] = Object.values(ruleGroups).flat()

/** What asks for the PIN: the server's own list. */
const guarded: readonly Setting[] = [
  'business_name',
  'tax_id',
  'upi_id',
  'public_url',
  'currency',
  'timezone',
  'plate_days',
  'phone_days',
]

export function formOf(settings: SiteSettings): SiteForm {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])) as SiteForm
}

/** What would be sent, or which settings are not right. */
export function readSiteForm(form: SiteForm): { settings: SiteSettings } | { faults: readonly string[] } {
  const typed = Object.fromEntries(
    Object.entries(form).map(([name, text]) => [
      name,
      numbers.includes(name as Setting) ? (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN) : text,
    ]),
  )
  const result = v.safeParse(SiteSettings, typed)
  if (result.success) return { settings: result.output }
  return { faults: result.issues.flatMap(({ path }) => (path === undefined ? [] : [String(path[0].key)])) }
}

export function asksForPin(form: SiteForm, saved: SiteForm): boolean {
  return guarded.some((setting) => form[setting].trim() !== saved[setting])
}
