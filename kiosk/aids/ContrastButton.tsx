import { useEffect, useState } from 'react'
import { useKioskState } from '../session/kiosk-context.ts'
import { AidSign } from './AidSign.tsx'
import { useLaterT } from './later-words.ts'

/** Where the tablet's own settings ask for it, the colours are of high contrast already. */
const asksForIt = matchMedia('(prefers-contrast: more)')

/** Black, white and bright edges for one customer; with the next one the colours are the tablet's again. */
export function ContrastButton() {
  const t = useLaterT()
  const isNobodys = useKioskState(({ presence, session }) => presence.is === 'resting' || session.at === 'starting')
  const at = useKioskState(({ session }) => session.at)
  const [isHigh, setIsHigh] = useState(false)
  const [before, setBefore] = useState(at)
  // Back on the first screen, the customer has left.
  if (before !== at) {
    setBefore(at)
    if (at === 'attract') setIsHigh(false)
  }
  if (isNobodys && isHigh) setIsHigh(false)
  useEffect(() => {
    if (!isHigh) return
    const { dataset } = document.documentElement
    dataset['theme'] = 'contrast'
    return () => {
      delete dataset['theme']
    }
  }, [isHigh])
  if (asksForIt.matches) return null
  return (
    <button
      type="button"
      className="button aid"
      aria-label={t('kiosk.contrast')}
      aria-pressed={isHigh}
      onClick={() => setIsHigh(!isHigh)}
    >
      <AidSign drawing="M12 3a9 9 0 0 0 0 18a9 9 0 0 0 0-18v18M13.5 4v16M15.5 5v14M17.5 6.5v11M19.5 9v6" />
      <span className="aid__words">{t('kiosk.contrast')}</span>
    </button>
  )
}
