import { createContext, useContext, type ReactNode } from 'react'
import type { Site } from '../../src-shared/api/site-schemas.ts'

const SiteContext = createContext<Site | null>(null)

export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>
}

/** The car park. @throws Error outside the shell, where nobody has asked for it yet */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('useSite must be used within the shell')
  return site
}
