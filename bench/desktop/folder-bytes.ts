import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the files below a folder hold. */
export function folderBytes(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}
