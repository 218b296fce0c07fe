import { useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'

interface StepFrameProps {
  /** Which step this is, from 1, of how many. */
  readonly number: number
  readonly total: number
  readonly title: string
  readonly lead: string
  /** What the way on is called. */
  readonly next: string
  readonly busy?: boolean
  readonly onNext: () => void
  /** There is no way back from the first step. */
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
}

/** One step of a few: how far one is, what is asked, and the ways back and on. Return goes on. */
export function StepFrame({
  number,
  total,
  title,
  lead,
  next,
  busy = false,
  onNext,
  onBack,
  children,
}: StepFrameProps) {
  const t = useT()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(number)
  useEffect(() => {
    // Whoever came by a step is told which one it is; whoever has just opened the page is not.
    if (shown.current !== number) heading.current?.focus()
    shown.current = number
  }, [number])
  return (
    <form
      className="form step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onNext()
      }}
    >
      <div className="step__progress">
        <span id="step-progress">{t('start.progress', { number, total })}</span>
        <progress value={number} max={total} aria-labelledby="step-progress" />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">{lead}</p>
      {children}
      <div className="step__ways">
        {onBack !== undefined && <Button onClick={onBack}>{t('start.back')}</Button>}
        <Button look="primary" type="submit" busy={busy}>
          {next}
        </Button>
      </div>
    </form>
  )
}
