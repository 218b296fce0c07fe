import { useEffect, type ReactNode } from 'react'

/** How a page looks at a glance: the edge of its headline says it as well as the words. */
export type Tone = 'calm' | 'act' | 'good' | 'over'

interface StatusScreenProps {
  /** How things stand, in a few large words. */
  readonly title: string
  readonly lead?: string | undefined
  readonly tone: Tone
  readonly children?: ReactNode
}

/** One page of a phone: the headline, read out when it changes, and what belongs to it. */
export function StatusScreen({ title, lead, tone, children }: StatusScreenProps) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="screen status__screen">
      <div className="status__head" data-tone={tone} role="status">
        <h1 className="status__title">{title}</h1>
        {lead !== undefined && <p className="status__lead">{lead}</p>}
      </div>
      {children}
    </main>
  )
}
