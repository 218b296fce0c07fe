import type { LockEntry, Lockfile } from './platform-packages.ts'

/**
 * Entries by which something else could be installed than was looked at: without the digest of what it is, from another
 * place than the registry, or a folder of this machine.
 */
export function weakEntries(lock: Lockfile): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    const fault = path === '' ? undefined : faultOf(path, entry)
    return fault === undefined ? [] : [`${path} ${fault}`]
  })
}

function faultOf(path: string, entry: LockEntry): string | undefined {
  const { integrity, resolved, link, version = '' } = entry
  if (link === true || !path.includes('node_modules/')) return 'is a folder of this machine'
  if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) return `is no version of the registry: ${version}`
  // Versions and digests are pinned, never an address: any mirror serves, and none is named.
  if (resolved !== undefined) return `comes from ${resolved}`
  if (integrity === undefined) return isOtherPlatformsTool(entry) ? undefined : 'has no integrity'
  return /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? undefined : `has the integrity ${integrity}`
}

/** A tool's binary for another platform, which the registry at hand did not have: nothing of it is ever shipped. */
function isOtherPlatformsTool({ dev, optional, cpu }: LockEntry): boolean {
  return dev === true && optional === true && cpu !== undefined
}
