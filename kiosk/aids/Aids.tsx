import { useEffect, useRef } from 'react'
import { browserTimers } from '../../src-shared/ui/browser/browser-time.ts'
import { useServerTimeStore } from '../../src-shared/ui/server-time-hooks.ts'
import { AloudButton } from '../aloud/AloudButton.tsx'
import { Reader } from '../aloud/reader.ts'
import { createHelpApi, HelpLine } from '../help/help-call.ts'
import { HelpButton } from '../help/HelpButton.tsx'
import { useKiosk, useKioskState } from '../session/kiosk-context.ts'
import { lookAfterTablet } from '../tablet/tablet.ts'
import { ContrastButton } from './ContrastButton.tsx'

const line = new HelpLine(
  createHelpApi((url, init) => fetch(url, init)),
  browserTimers,
)
const page = document.getElementById('kiosk')
// A browser without a voice gets no button.
const reader =
  page !== null && 'speechSynthesis' in window ? new Reader(page, window.speechSynthesis, browserTimers) : undefined

/** What helps on each screen, whatever it is about; all of it ends with the customer's visit. */
export function Aids() {
  const at = useKioskState(({ session }) => session.at)
  const kiosk = useKiosk()
  const serverTime = useServerTimeStore()
  const before = useRef(at)
  useEffect(() => lookAfterTablet(kiosk, serverTime), [kiosk, serverTime])
  useEffect(() => {
    const wasElsewhere = before.current !== 'attract' && before.current !== 'starting'
    before.current = at
    if (at !== 'attract' || !wasElsewhere) return
    line.forget()
    reader?.stop()
  }, [at])
  return (
    <div className="aids">
      <ContrastButton />
      {reader !== undefined && <AloudButton reader={reader} canBegin={at === 'attract'} />}
      <HelpButton line={line} />
    </div>
  )
}
