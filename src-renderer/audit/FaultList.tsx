import type { AuditFault } from '../../src-shared/api/audit-schemas.ts'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { hrefOf } from '../shell/hash-route.ts'

/** What a verification found, each with the lines that it concerns. */
export function FaultList({ faults }: { faults: readonly AuditFault[] }) {
  const t = useT()
  return (
    <ul>
      {faults.map((fault) => (
        <li key={`${fault.what} ${fault.subject} ${fault.seq} ${fault.to_seq}`}>
          {t(`audit.fault.${fault.what}`)}
          {fault.seq !== null && `: ${linesOf(fault, t)}`}
          <Subject fault={fault} />
        </li>
      ))}
    </ul>
  )
}

function linesOf({ what, seq, to_seq: to }: AuditFault, t: Translator): string {
  const line = String(seq)
  if (to === null) return t('audit.fault.line', { seq: line })
  return t(what === 'line_moved' ? 'audit.fault.moved' : 'audit.fault.lines', { seq: line, to: String(to) })
}

/** What it is about, where the trail can be searched for that. */
function Subject({ fault: { what, subject } }: { fault: AuditFault }) {
  if (subject === '') return null
  if (what.startsWith('trail_') || what === 'head_unreadable') return ` (${subject})`
  return (
    <>
      {' '}
      <a href={hrefOf('audit', new URLSearchParams({ q: subject }).toString())}>{subject}</a>
    </>
  )
}
