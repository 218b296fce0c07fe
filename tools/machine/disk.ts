import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes under a folder, or of one file; 0 when it does not exist (yet). */
export function bytesUnder(path: string): number {
  try {
    const stat = statSync(path)
    if (!stat.isDirectory()) return stat.size
    return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0)
  } catch {
    // A temporary file may go away between the listing and the look.
    return 0
  }
}

/** Bytes as people read them: `196 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
