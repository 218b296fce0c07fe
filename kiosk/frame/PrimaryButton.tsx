import { useId, type ReactNode } from 'react'

interface PrimaryButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  /** Why it cannot be pressed now, in words; undefined when it can. */
  readonly blockedBecause?: string | undefined
  readonly className?: string
}

/** The next action. When it is blocked it says why, and stays in the tab order so that everybody can learn it. */
export function PrimaryButton({ children, onPress, blockedBecause, className = '' }: PrimaryButtonProps) {
  const reasonId = useId()
  const blocked = blockedBecause !== undefined
  return (
    <div className="primary">
      <button
        type="button"
        className={`button button--primary ${className}`}
        aria-disabled={blocked}
        aria-describedby={blocked ? reasonId : undefined}
        onClick={() => {
          if (!blocked) onPress()
        }}
      >
        {children}
        {blocked && (
          <span className="primary__reason" aria-hidden="true">
            {blockedBecause}
          </span>
        )}
      </button>
      {/* The same words for those who hear them; the region is there before they are, or they would not be spoken. */}
      <p id={reasonId} className="visually-hidden" role="status">
        {blockedBecause}
      </p>
    </div>
  )
}
