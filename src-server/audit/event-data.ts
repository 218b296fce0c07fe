import * as v from 'valibot'
import { AuditEvent } from '../../src-shared/api/audit-schemas.ts'
import type { TrailRow } from '../store/report-rows.ts'
import { parseJson } from '../../src-shared/protocol/parse.ts'

export type EventData = AuditEvent['data']

/** What a line says. A line that somebody has tampered with may say anything: then its text is shown as it is. */
export function readData(text: string): EventData {
  return parseJson(v.object({ data: AuditEvent.entries.data }), `{"data":${text}}`)?.data ?? { unreadable: text }
}

/** What a line says, with what it told of a person where that is not erased. */
export function readLine({ data, personal }: Pick<TrailRow, 'data' | 'personal'>): {
  data: EventData
  personal_erased: boolean
} {
  const { personal: digest, ...plain } = readData(data)
  const known = personal === null ? {} : readData(personal)
  return { data: { ...known, ...plain }, personal_erased: digest !== undefined && personal === null }
}
