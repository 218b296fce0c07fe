import { basename } from 'node:path'

/** The database that these tests are on, where they are on one; each data folder has a site of its own in it. */
export function ownSite(dataDir: string): Record<string, string> {
  const url = process.env['KERBSIDE_TEST_DATABASE_URL']
  if (url === undefined) return {}
  return { KERBSIDE_DATABASE_URL: url, KERBSIDE_SITE: siteOf(dataDir) }
}

export function siteOf(dataDir: string): string {
  return `s-${basename(dataDir)
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '-')}-s`
}
