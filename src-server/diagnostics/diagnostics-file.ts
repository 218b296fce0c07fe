import { homedir, release } from 'node:os'
import type { FileAnswer } from '../../src-shared/api/route.ts'
import type { AuditVerification } from '../../src-shared/api/audit-schemas.ts'
import type { InstallationSettings } from '../../src-shared/api/admin-schemas.ts'
import type { Clock } from '../clock/clock.ts'
import { toSiteIso } from '../site/site-calendar.ts'
import type { ClockLogRow, SiteRow, Store } from '../store/store.ts'
import type { RecentLines } from './recent-lines.ts'

export interface DiagnosticsParts {
  readonly store: Store
  readonly clock: Clock
  readonly recentLines: RecentLines
  readonly installation: () => InstallationSettings
  readonly metricsPage: () => Promise<string>
  readonly verification: () => AuditVerification
}

const CLOCK_LINES = 200

/**
 * What somebody far away needs to find out what went wrong, and nothing of a customer, of staff, or of any secret: every
 * member is named here, so that nothing comes along because it was there.
 */
export async function diagnosticsFile(parts: DiagnosticsParts): Promise<FileAnswer> {
  const { store, clock, recentLines, installation, metricsPage, verification } = parts
  const madeAt = toSiteIso(clock.now(), 'UTC')
  const { versions, settings } = installation()
  const { site, log } = await store.read(async (queries) => ({
    site: await queries.site(),
    log: await queries.clockLog(CLOCK_LINES),
  }))
  const { state, checked, total, first_broken_seq, fault_count, heads } = verification()
  const file = {
    format: 'kerbside-diagnostics 1',
    made_at: madeAt,
    versions: {
      ...versions,
      sqlite_driver: process.versions['modules'],
      electron: process.versions['electron'] ?? null,
    },
    system: { platform: process.platform, arch: process.arch, release: release() },
    settings: settings.map(({ variable, value, is_default }) => ({ variable, value: withoutHome(value), is_default })),
    rules: site === undefined ? null : rulesOf(site),
    clock: { state: clock.state, epoch: clock.epoch, log: log.map(clockLine) },
    audit: { state, checked, total, first_broken_seq, fault_count, heads_checked: heads.checked },
    metrics: (await metricsPage()).split('\n'),
    log: recentLines.all().map(withoutHome),
  }
  const fileName = `kerbside-diagnostics-${madeAt.slice(0, 10)}.json`
  return { bytes: new TextEncoder().encode(`${JSON.stringify(file, undefined, 2)}\n`), fileName }
}

/** Who vouched for the clock and why stays in the trail. */
function clockLine({ at, what, fromState, toState, epoch, wallAheadMs, sleptMs }: ClockLogRow) {
  return { at: toSiteIso(at, 'UTC'), what, fromState, toState, epoch, wallAheadMs, sleptMs }
}

/** The numbers that a site is run by; none of what it is called. */
function rulesOf(site: SiteRow): Readonly<Record<string, unknown>> {
  const isRule = (value: unknown) => typeof value === 'number' || typeof value === 'boolean'
  const rules = Object.entries(site).filter(([, value]) => isRule(value))
  return { ...Object.fromEntries(rules), timezone: site.timezone, currency: site.currency }
}

/** A home folder is called after whoever works here. */
function withoutHome(text: string): string {
  const home = homedir()
  return home.length > 1 ? text.replaceAll(home, '~') : text
}
