import { useT } from '../../src-shared/ui/translator.tsx'

/** Seconds left at which a screen reader says so. */
const spokenAt = [60, 30, 10]

/** Says the last minute of a hold aloud, at a few points rather than each second. */
export function SpokenCountdown({ msLeft }: { readonly msLeft: number | null }) {
  const t = useT()
  const reached = msLeft === null ? undefined : spokenAt.findLast((seconds) => msLeft <= seconds * 1000)
  return (
    <p className="visually-hidden" role="status">
      {reached !== undefined && t('kiosk.held.leftSpoken', { seconds: reached })}
    </p>
  )
}
