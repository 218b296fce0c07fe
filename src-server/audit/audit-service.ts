import {
  auditGroups,
  type AuditPage,
  type AuditQuery,
  type AuditVerification,
  type LineCheck,
  type LineCheckQuery,
} from '../../src-shared/api/audit-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { parseInstant } from '../../src-shared/format/instant.ts'
import type { Clock } from '../clock/clock.ts'
import { actorNames } from '../reports/actor-names.ts'
import { giveWay, readPeriod } from '../reports/period.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { ReportQueries, TrailFilter, TrailRow } from '../store/report-rows.ts'
import type { Store } from '../store/store.ts'
import { readLine } from './event-data.ts'
import type { HeadBook, TrailHead } from './trail-head.ts'
import { newFindings, verifyTrail, type ChainRules, type Findings } from './verification.ts'

interface AuditParts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly rules: ChainRules
  readonly heads: HeadBook
  /** What keeps heads from being written down. */
  readonly headProblem: () => string | undefined
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
  newestHead: TrailHead | undefined
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
        events: rows.slice(0, PAGE).map((row) => ({
          ...row,
          at: toSiteIso(row.at, site.timezone),
          who: nameOf(row.actor),
          ...readLine(row),
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
    const { clock, onError } = this.#parts
    const findings = newFindings()
    const run: Run = { state: 'running', startedAt: clock.now(), finishedAt: null, findings, newestHead: undefined }
    this.#run = run
    void this.#verify(run)
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

  async #verify(run: Run): Promise<void> {
    const { store, rules, heads: book } = this.#parts
    // Read before the trail: a head that is written meanwhile names a line that the snapshot may not have.
    const { heads, unreadable } = await book.read()
    run.newestHead = heads.toSorted((a, b) => (parseInstant(a.at) ?? 0) - (parseInstant(b.at) ?? 0)).at(-1)
    if (unreadable > 0)
      run.findings.faults.push({ what: 'head_unreadable', seq: null, to_seq: null, subject: book.place })
    await store.snapshot((queries) => verifyTrail(queries, run.findings, rules, heads))
  }

  /** Whether a line still has the code that a Z report on paper gives it. */
  async checkLine({ seq, code }: LineCheckQuery): Promise<LineCheck> {
    const [row] = await this.#parts.store.snapshot((queries) => queries.chain(seq - 1, 1))
    if (row?.seq !== seq) return { seq, result: 'missing', at: null }
    const at = toSiteIso(row.at, this.#parts.site.timezone)
    return { seq, result: row.hash.startsWith(code) ? 'same' : 'differs', at }
  }

  verification(): AuditVerification {
    const iso = (at: number | null | undefined) => (at == null ? null : toSiteIso(at, this.#parts.site.timezone))
    const { heads: book, headProblem } = this.#parts
    const { state, startedAt, finishedAt, findings, newestHead: head } = this.#run ?? { state: 'never' }
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
      heads: {
        checked: findings?.headsChecked ?? 0,
        newest: head === undefined ? null : { at: head.at, seq: head.seq },
        superseded: findings?.headsSuperseded ?? 0,
        folder: book.place,
        problem: headProblem() ?? null,
      },
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
