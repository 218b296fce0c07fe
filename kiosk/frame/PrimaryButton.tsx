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
      {/* The live region is there before its words are, or they would not be spoken. */}
      <p id={reasonId} className="primary__reason" role="status">
        {blockedBecause}
      </p>
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
      </button>
    </div>
  )
}
