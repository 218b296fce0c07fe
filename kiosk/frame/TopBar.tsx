import { DemoMark } from '../../src-shared/ui/DemoMark.tsx'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useKioskState } from '../session/kiosk-context.ts'

/** Always there, always the same: where one is, and the clock that decides. */
export function TopBar({ clock }: { readonly clock: boolean }) {
  const site = useKioskState((state) => state.site)
  return (
    <header className="top-bar">
      <p className="top-bar__site">
        {site?.name ?? ''} {site?.demo === true && <DemoMark />}
      </p>
      {clock && <ServerClock compact showDate={false} className="top-bar__clock" />}
    </header>
  )
}
