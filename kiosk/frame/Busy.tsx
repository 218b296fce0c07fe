interface BusyProps {
  readonly words: string
  /** What is going on, for waits of more than 3 s. */
  readonly slow?: string | undefined
}

/** A wait. The style sheet shows it after 300 ms, so that a quick answer does not flicker, and `slow` after 3 s. */
export function Busy({ words, slow }: BusyProps) {
  return (
    <div className="busy" role="status">
      <span className="busy__bar" aria-hidden="true" />
      <p className="busy__words">{words}</p>
      {slow !== undefined && <p className="busy__slow">{slow}</p>}
    </div>
  )
}
