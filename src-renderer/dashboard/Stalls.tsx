/** More than this many stalls become too thin to tell apart. */
const mostStalls = 80
const pitch = 10
const height = 24

/** The car park as a row of painted stalls, the taken ones filled. The figures beside it say the same in words. */
export function Stalls({ total, occupied }: { total: number; occupied: number }) {
  const drawn = Math.min(total, mostStalls)
  const taken = total === 0 ? 0 : Math.round((occupied / total) * drawn)
  const stalls = Array.from({ length: drawn }, (_, index) => index)
  const width = Math.max(drawn, 1) * pitch + 2
  return (
    <svg className="stalls" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {stalls.map((stall) => (
        <rect
          key={stall}
          className={stall < taken ? 'stalls__taken' : 'stalls__free'}
          x={stall * pitch + 3}
          y={3}
          width={pitch - 4}
          height={height - 6}
        />
      ))}
    </svg>
  )
}
