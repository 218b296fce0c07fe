import type { SiteRow } from '../store/store.ts'

/** What files of a site are called first: its name as every file system takes it. */
export function fileStem(site: Pick<SiteRow, 'name'>): string {
  const plain = site.name.normalize('NFKD').replace(/\p{M}/gu, '')
  const name = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return name === '' ? 'kerbside' : name
}
