import type { reportRoutes } from '../../../src-shared/api/staff/report-routes.ts'
import type { AuditService } from '../../audit/audit-service.ts'
import type { ReportService } from '../../reports/report-service.ts'
import { actorOf } from '../../identity/principal.ts'
import type { WeeklyService } from '../../reports/weekly/weekly-service.ts'
import type { HandlersOf } from '../handler.ts'

export interface ReportParts {
  readonly reports: ReportService
  readonly audit: AuditService
  readonly weekly: WeeklyService
  readonly metricsPage: () => Promise<string>
}

/** Reports, the audit trail, and the page for Prometheus. */
export function reportHandlers({ reports, audit, weekly, metricsPage }: ReportParts): HandlersOf<typeof reportRoutes> {
  return {
    'GET /api/v1/reports': ({ query }) => reports.report(query),
    'GET /api/v1/reports/exceptions': ({ query }) => reports.exceptions(query),
    'GET /api/v1/reports/csv': ({ query }) => reports.csv(query, query),
    'GET /api/v1/reports/pdf': ({ query }) => reports.pdf(query, query.language),
    'GET /api/v1/reports/weekly': () => weekly.list(),
    'PUT /api/v1/reports/weekly/settings': ({ body }, { principal }) => weekly.setSettings(body, actorOf(principal)),
    'GET /api/v1/reports/weekly/pdf': ({ query }) => weekly.pdf(query.date, query.language),
    'GET /api/v1/audit/events': ({ query }) => audit.events(query),
    'GET /api/v1/audit/verification': async () => audit.verification(),
    'POST /api/v1/audit/verification': async () => audit.verify(),
    'GET /api/v1/audit/line': ({ query }) => audit.checkLine(query),
    'GET /metrics': async () => ({ bytes: new TextEncoder().encode(await metricsPage()), fileName: 'metrics.txt' }),
  }
}
