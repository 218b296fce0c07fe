import type { ReactNode } from 'react'

interface ChoiceCardProps {
  readonly name: string
  readonly words: string
  /** What stands at its end: a price, or why it cannot be had. */
  readonly more?: ReactNode
  readonly large?: boolean
  /** It cannot be chosen now, for a reason said on it or elsewhere. */
  readonly blocked: boolean
  readonly onChoose: () => void
}

/** A choice as a card: what it is, and a line about it. */
export function ChoiceCard({ name, words, more, large = false, blocked, onChoose }: ChoiceCardProps) {
  return (
    <button
      type="button"
      className={`card choice-card ${large ? 'choice-card--large' : ''}`}
      disabled={blocked}
      onClick={onChoose}
    >
      <span className="choice-card__name tabular">{name}</span>
      <span className="choice-card__words tabular">{words}</span>
      {more !== undefined && <span className="choice-card__more tabular">{more}</span>}
    </button>
  )
}
