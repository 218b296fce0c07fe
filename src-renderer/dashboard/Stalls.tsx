/** More than this many stalls become too thin to tell apart. */
const mostStalls = 80
const pitch = 10
const height = 24

interface StallsProps {
  readonly total: number
  readonly occupied: number
  readonly blocked: number
}

/**
 * The car park as a row of painted stalls: the taken ones filled, the blocked ones at the end and faint. The figures
 * beside it say the same in words.
 */
export function Stalls({ total, occupied, blocked }: StallsProps) {
  const drawn = Math.min(total, mostStalls)
  const share = (count: number) => (total === 0 ? 0 : Math.round((count / total) * drawn))
  const look = (stall: number) =>
    stall < share(occupied) ? 'taken' : stall >= drawn - share(blocked) ? 'blocked' : 'free'
  const stalls = Array.from({ length: drawn }, (_, index) => index)
  const width = Math.max(drawn, 1) * pitch + 2
  return (
    <svg className="stalls" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {stalls.map((stall) => (
        <rect
          key={stall}
          className={`stalls__${look(stall)}`}
          x={stall * pitch + 3}
          y={3}
          width={pitch - 4}
          height={height - 6}
        />
      ))}
    </svg>
  )
}
