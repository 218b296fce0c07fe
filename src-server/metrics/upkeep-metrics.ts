import { statfs } from 'node:fs/promises'
import { BackupTrouble } from '../../src-shared/api/backup-schemas.ts'
import type { BackupService } from '../backup/backup-service.ts'
import type { HeadKeeper } from '../audit/head-keeper.ts'
import type { Clock } from '../clock/clock.ts'
import { kerbsideVersion } from '../../src-shared/version.ts'
import { gauge, labelled, type Metric } from './prometheus.ts'

export interface UpkeepParts {
  readonly clock: Clock
  readonly backups: Pick<BackupService, 'newestWholeAt' | 'run'>
  readonly heads: Pick<HeadKeeper, 'problem'>
  readonly settings: { readonly dataDir: string; readonly auditDir: string }
}

/** What whoever looks after the machine has to look after, with a site or without. */
export async function upkeepMetrics({ clock, backups, heads, settings }: UpkeepParts): Promise<readonly Metric[]> {
  const madeAt = backups.newestWholeAt
  const failed = backups.run().failed?.what
  const failing = BackupTrouble.options.map((what) => [what, what === failed ? 1 : 0] as const)
  return [
    labelled('info', 'Always 1, with the version that runs.', 'version', [[kerbsideVersion, 1]]),
    gauge(
      'backup_age_seconds',
      'How long ago the newest backup was made that was found whole; absent while there is none.',
      madeAt === undefined ? null : (clock.now() - madeAt) / 1000,
    ),
    labelled('backup_failing', 'Whether what was tried last did not go well.', 'what', failing),
    gauge(
      'audit_heads_failing',
      'Whether the end of the audit trail cannot be noted.',
      heads.problem === undefined ? 0 : 1,
    ),
    ...(await diskMetrics({ data: settings.dataDir, audit: settings.auditDir })),
    gauge('resident_memory_bytes', 'What the process has of the memory.', process.memoryUsage.rss()),
  ]
}

/** A folder that is not there, or cannot be looked at, has no sample. */
async function diskMetrics(folders: Readonly<Record<string, string>>): Promise<readonly Metric[]> {
  const found = await Promise.all(
    Object.entries(folders).map(async ([folder, path]) => {
      const disk = await statfs(path).catch(() => undefined)
      return disk === undefined ? [] : [{ folder, free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize }]
    }),
  )
  const disks = found.flat()
  return [
    labelled(
      'disk_free_bytes',
      'Room for Kerbside on the disk of a folder.',
      'folder',
      disks.map(({ folder, free }) => [folder, free]),
    ),
    labelled(
      'disk_size_bytes',
      'All of that disk.',
      'folder',
      disks.map(({ folder, size }) => [folder, size]),
    ),
  ]
}
