import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { usePause } from './submit-gate.ts'

/** What is going on when the server's time cannot be had, or cannot be relied on. The screen below it stays as it is. */
export function LinkBanner({ isPauseSaidBelow }: { readonly isPauseSaidBelow: boolean }) {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  const pause = usePause()
  if (mode === 'synced' && pause !== undefined) {
    return <Banner mode="untrusted">{isPauseSaidBelow ? null : t(`error.${pause}`)}</Banner>
  }
  return <Banner mode={mode}>{mode === 'synced' ? null : t(`kiosk.link.${mode}`)}</Banner>
}

/** Always in the page, so that a screen reader hears what comes to stand in it. */
function Banner({ mode, children }: { readonly mode: string; readonly children: string | null }) {
  return (
    <div className="link-banner" role="status" data-mode={mode}>
      {children !== null && <p className="link-banner__words">{children}</p>}
    </div>
  )
}
