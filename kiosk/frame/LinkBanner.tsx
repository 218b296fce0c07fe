import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What is going on when the server's time cannot be had. The screen below it stays as it is. */
export function LinkBanner() {
  const t = useT()
  const mode = useServerTimeSelector((state) => state.mode)
  return (
    <div className="link-banner" role="status" data-mode={mode}>
      {mode !== 'synced' && <p className="link-banner__words">{t(`kiosk.link.${mode}`)}</p>}
    </div>
  )
}
