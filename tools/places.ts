import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder, wherever a tool was started from. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the tools keep what belongs to this working tree alone (build stamps, test reports). Not committed. */
export const projectCache = join(projectRoot, '.cache')

/**
 * Where downloads and compiled binaries are kept between checkouts: `$XDG_CACHE_HOME/kerbside`, or `~/.cache/kerbside`.
 * Outside the repository, so that a fresh clone on the same machine starts fast.
 */
export function sharedCache(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'kerbside')
}
