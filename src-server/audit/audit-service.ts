import {
  auditGroups,
  type AuditPage,
  type AuditQuery,
  type AuditVerification,
} from '../../src-shared/api/audit-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Clock } from '../clock/clock.ts'
import { actorNames } from '../reports/actor-names.ts'
import { giveWay, readPeriod } from '../reports/period.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { ReportQueries, TrailFilter, TrailRow } from '../store/report-rows.ts'
import type { Store } from '../store/store.ts'
import { readData } from './event-data.ts'
import { verifyTrail, type Findings, type LinkOf } from './verification.ts'

interface AuditParts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly linkOf: LinkOf
  readonly onError: (error: unknown) => void
}

const PAGE = 50
/** So many lines are looked at in one read when something rare is looked for. */
const STRETCH = 5000
const MOST_FAULTS = 50

interface Run {
  state: 'running' | 'done' | 'failed'
  readonly startedAt: number
  finishedAt: number | null
  readonly findings: Findings
}

/** The audit trail: looked through, and verified from its first line. */
export class AuditService {
  readonly #parts: AuditParts
  #run: Run | undefined

  constructor(parts: AuditParts) {
    this.#parts = parts
  }

  async events(query: AuditQuery): Promise<AuditPage | Refusal> {
    const { store, clock, site: sites } = this.#parts
    const site = await sites.row()
    if (site === undefined) return refuse('setup_needed')
    const now = clock.now()
    const period = readPeriod(query, site.timezone, now)
    if (isRefusal(period)) return period
    const filter = {
      kinds: query.group === undefined ? [] : auditGroups[query.group],
      actor: query.actor,
      subject: query.subject,
      text: query.q === '' ? undefined : query.q,
      from: period.from,
      to: period.to,
      before: query.before,
    }
    return store.snapshot(async (queries) => {
      const rows = await findLines(queries, filter)
      const nameOf = await actorNames(queries)
      return {
        server_time: toSiteIso(now, site.timezone),
        events: rows.slice(0, PAGE).map(({ at, data, ...row }) => ({
          ...row,
          at: toSiteIso(at, site.timezone),
          who: nameOf(row.actor),
          data: readData(data),
        })),
        next_before: rows.length > PAGE ? (rows[PAGE - 1]?.seq ?? null) : null,
      }
    })
  }

  /** Begins a verification, or joins the one under way. */
  verify(): AuditVerification {
    if (this.#run?.state !== 'running') this.#begin()
    return this.verification()
  }

  #begin(): void {
    const { store, clock, linkOf, onError } = this.#parts
    const findings: Findings = { checked: 0, total: 0, firstBrokenSeq: null, amountsChecked: 0, faults: [] }
    const run: Run = { state: 'running', startedAt: clock.now(), finishedAt: null, findings }
    this.#run = run
    void store
      .snapshot((queries) => verifyTrail(queries, findings, linkOf))
      .then(() => {
        run.state = 'done'
      })
      .catch((error: unknown) => {
        run.state = 'failed'
        onError(error)
      })
      .finally(() => {
        run.finishedAt = clock.now()
      })
  }

  verification(): AuditVerification {
    const iso = (at: number | null | undefined) => (at == null ? null : toSiteIso(at, this.#parts.site.timezone))
    const { state, startedAt, finishedAt, findings } = this.#run ?? { state: 'never' }
    return {
      state,
      started_at: iso(startedAt),
      finished_at: iso(finishedAt),
      checked: findings?.checked ?? 0,
      total: findings?.total ?? 0,
      first_broken_seq: findings?.firstBrokenSeq ?? null,
      amounts_checked: findings?.amountsChecked ?? 0,
      faults: findings?.faults.slice(0, MOST_FAULTS) ?? [],
      fault_count: findings?.faults.length ?? 0,
    }
  }
}

/** One line more than a page has, newest first; long ways are walked in stretches, so that nobody waits for it. */
async function findLines(
  queries: ReportQueries,
  { before: asked, ...filter }: Omit<TrailFilter, 'after' | 'before' | 'limit'> & { before: number | undefined },
): Promise<readonly TrailRow[]> {
  const bounds = await queries.trailBounds(filter.from, filter.to)
  if (bounds === undefined) return []
  const found: TrailRow[] = []
  let before = Math.min(bounds.last + 1, asked ?? Infinity)
  while (before > bounds.first && found.length <= PAGE) {
    const after = Math.max(bounds.first - 1, before - STRETCH - 1)
    found.push(...(await queries.trail({ ...filter, after, before, limit: PAGE + 1 - found.length })))
    before = after + 1
    await giveWay()
  }
  return found
}
