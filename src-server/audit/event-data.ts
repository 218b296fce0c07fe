import * as v from 'valibot'
import { AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

export type EventData = AuditEvent['data']

/** What a line says. A line that somebody has tampered with may say anything: then its text is shown as it is. */
export function readData(text: string): EventData {
  return parseJson(v.object({ data: AuditEvent.entries.data }), `{"data":${text}}`)?.data ?? { unreadable: text }
}
