import type { Paper } from '../../src-shared/api/receipt-schemas.ts'

export const papers = ['roll80', 'a4'] as const satisfies readonly Paper[]

const storageKey = 'kerbside.paper'

/** What this machine's printer was last given: a property of the desk, not of the site. */
export function rememberedPaper(): Paper {
  const kept = localStorage.getItem(storageKey)
  return papers.find((paper) => paper === kept) ?? 'roll80'
}

export function rememberPaper(paper: Paper) {
  localStorage.setItem(storageKey, paper)
}
