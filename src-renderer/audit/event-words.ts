import { auditKinds, type AuditKind } from '../../src-shared/api/audit-kinds.ts'
import type { AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import { formatMoney } from '../../src-shared/format/money.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { methodWord } from '../bookings/method-word.ts'

/** What happened, in the reader's words; a kind of another version as the trail has it. */
export function kindWords(kind: string, t: Translator): string {
  const known = auditKinds.find((one) => one === kind)
  return known === undefined ? plainName(kind) : t(`audit.kind.${keyOf(known)}`)
}

type KeyOf<Kind> = Kind extends `${infer Part}.${infer What}` ? `${Part}_${What}` : never

/** A kind as a part of a message's key, in which a point would be another part. */
function keyOf(kind: AuditKind): KeyOf<AuditKind> {
  return kind.replace('.', '_') as KeyOf<AuditKind>
}

/** A name of the trail as people read it: `payment.recorded` is “Payment recorded”. */
function plainName(name: string): string {
  const words = name.replaceAll(/[._]/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whoever is no person and no tablet with a name. */
const nameless = {
  clock: 'audit.actor.clock',
  customer: 'audit.actor.customer',
  demo: 'audit.actor.demo',
  'kiosk:open': 'audit.actor.kiosk',
  machine: 'audit.actor.machine',
  server: 'audit.actor.clock',
  sources: 'audit.actor.clock',
} as const

/** Who did it, in the reader's words; a name as it is. */
export function actorWords({ actor, who }: Pick<AuditEvent, 'actor' | 'who'>, t: Translator): string {
  const known = Object.keys(nameless).find((one): one is keyof typeof nameless => one === actor)
  return known === undefined ? who : t(nameless[known])
}

/** What one member of a line says: money as money, an instant as a time, everything else as it is. */
export function memberWords(
  name: string,
  value: AuditEvent['data'][string],
  { data, currency, t, at }: { data: AuditEvent['data']; currency: string; t: Translator; at: (ms: number) => string },
): string {
  if (value === null || value === '') return t('audit.sheet.nothing')
  if (typeof value === 'boolean') return t(value ? 'audit.sheet.yes' : 'audit.sheet.no')
  if (typeof value === 'number' && name.endsWith('_minor')) {
    const own = typeof data['currency'] === 'string' ? data['currency'] : currency
    return formatMoney({ amount_minor: value, currency: own }, t.language)
  }
  // Instants stand in the trail as ms since 1970; nothing else in it is as large.
  if (typeof value === 'number' && /_(at|from|to|until)$/.test(name) && value > 1e11) return at(value)
  if (name === 'method') return methodWord(String(value), t)
  return String(value)
}

/** The name of a member: without the unit that its value shows. */
export function memberName(name: string): string {
  return plainName(name.replace(/_minor$/, ''))
}

/** What of a line fits beside it in the list. */
export function shortWords(event: AuditEvent, currency: string, t: Translator): string {
  const { data } = event
  const money =
    typeof data['amount_minor'] === 'number'
      ? [memberWords('amount_minor', data['amount_minor'], { data, currency, t, at: String })]
      : []
  const rest = ['reference', 'ticket', 'plate', 'method', 'reason', 'name', 'label'].flatMap((name) =>
    typeof data[name] === 'string' && data[name] !== ''
      ? [name === 'method' ? methodWord(data[name], t) : data[name]]
      : [],
  )
  return [...money, ...rest].join(' · ')
}
