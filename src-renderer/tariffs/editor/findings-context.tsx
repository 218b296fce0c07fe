import { createContext, useContext, type ReactNode } from 'react'
import type { Finding } from './draft-plan.ts'

const FindingsContext = createContext<readonly Finding[]>([])

export function FindingsProvider({ findings, children }: { findings: readonly Finding[]; children: ReactNode }) {
  return <FindingsContext value={findings}>{children}</FindingsContext>
}

/** What is wrong with one field, in a sentence; a warning is for the list above only. */
export function useFault(path: string): string | undefined {
  return useContext(FindingsContext).find((finding) => finding.path === path && finding.severity === 'error')?.words
}
