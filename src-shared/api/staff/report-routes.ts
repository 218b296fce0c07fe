import * as v from 'valibot'
import { AuditPage, AuditQuery, AuditVerification, LineCheck, LineCheckQuery } from '../audit-schemas.ts'
import { CsvShape, Exceptions, PeriodQuery, Report, ReportTableName } from '../report-schemas.ts'
import { languageTags, staffLanguageTags } from '../../i18n/languages.ts'
import { CalendarDate } from '../fields.ts'
import type { RouteTable } from '../route.ts'
import { WeeklyList, WeeklySettings } from '../weekly-schemas.ts'
import { managers } from './fields.ts'

/** What a file is written in; English where nobody says. */
const ReaderLanguage = v.optional(v.picklist(staffLanguageTags))

/** What whoever answers for the business asks: figures of a period, what is out of the ordinary, and the audit trail. */
export const reportRoutes = {
  'GET /api/v1/reports': {
    summary: 'Takings, occupancy, wash and lost bookings of a period, reconciled; at most 400 days',
    access: { staff: managers },
    query: PeriodQuery,
    status: 200,
    response: Report,
  },
  'GET /api/v1/reports/exceptions': {
    summary: 'Voids, lost tickets, manual times, discounts, refunds, drawer and clock events of a period, newest first',
    access: { staff: managers },
    query: PeriodQuery,
    status: 200,
    response: Exceptions,
  },
  'GET /api/v1/reports/csv': {
    summary: 'One table of a report as CSV by RFC 4180, for a spreadsheet or for programs; amounts in major units',
    access: { staff: managers },
    query: v.strictObject({
      ...PeriodQuery.entries,
      table: ReportTableName,
      language: ReaderLanguage,
      shape: v.optional(CsvShape, 'spreadsheet_point'),
    }),
    status: 200,
    file: 'text/csv',
  },
  'GET /api/v1/reports/pdf': {
    summary: 'The whole report as PDF',
    access: { staff: managers },
    query: v.strictObject({ ...PeriodQuery.entries, language: ReaderLanguage }),
    status: 200,
    file: 'application/pdf',
  },
  'GET /api/v1/reports/weekly': {
    summary: 'The summaries of whole weeks that were kept, newest first, and when the next one is made',
    access: { staff: managers },
    status: 200,
    response: WeeklyList,
  },
  'PUT /api/v1/reports/weekly/settings': {
    summary: 'The day on which weeks begin, and a folder of the server’s machine for a copy of each summary',
    access: { staff: managers },
    body: WeeklySettings,
    status: 200,
    response: WeeklySettings,
  },
  'GET /api/v1/reports/weekly/pdf': {
    summary: 'The summary of the week that a day belongs to: the kept one, or else worked out now',
    access: { staff: managers },
    query: v.strictObject({ date: CalendarDate, language: v.optional(v.picklist(languageTags)) }),
    status: 200,
    file: 'application/pdf',
  },
  'GET /api/v1/audit/events': {
    summary: 'Lines of the audit trail, newest first, in pages',
    access: { staff: managers },
    query: AuditQuery,
    status: 200,
    response: AuditPage,
  },
  'GET /api/v1/audit/verification': {
    summary: 'How far the verification of the audit trail has come, and what it found',
    access: { staff: managers },
    status: 200,
    response: AuditVerification,
  },
  'POST /api/v1/audit/verification': {
    summary: 'Verify the audit trail from its first line, and its amounts against the tables; joins one under way',
    access: { staff: managers },
    status: 200,
    response: AuditVerification,
  },
  'GET /api/v1/audit/line': {
    summary: 'Whether a line of the audit trail has the code that a Z report on paper gives it',
    access: { staff: managers },
    query: LineCheckQuery,
    status: 200,
    response: LineCheck,
  },
  'GET /metrics': {
    summary: 'What the server is doing, as Prometheus text; nothing personal',
    access: { staff: 'anyone' },
    status: 200,
    file: 'text/plain; version=0.0.4',
  },
} as const satisfies RouteTable
