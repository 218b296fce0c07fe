import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** What will appear here, or how to make it appear. */
  readonly hint: string
  readonly children?: ReactNode
}

/** A list with nothing in it teaches what it is for. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      <p className="empty__hint">{hint}</p>
      {children}
    </div>
  )
}
