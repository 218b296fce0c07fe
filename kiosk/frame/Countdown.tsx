import { formatCountdown } from '../../src-shared/format/site-time.ts'

interface CountdownProps {
  readonly label: string
  /** Milliseconds left by the server's time; null when that is not known. */
  readonly msLeft: number | null
}

/** What is left of a deadline. It does not speak each second; whoever shows it says the last minute aloud. */
export function Countdown({ label, msLeft }: CountdownProps) {
  return (
    <p className="countdown" data-soon={msLeft !== null && msLeft <= 60_000}>
      <span className="countdown__label">{label}</span>
      <span className="countdown__left tabular ltr" role="timer" aria-label={label}>
        {msLeft === null ? '-:--' : formatCountdown(msLeft)}
      </span>
    </p>
  )
}
