import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What staff must know and do when the server can save nothing. It comes with the ticks, also right after signing in. */
export function StoreNotice() {
  const t = useT()
  const trouble = useServerTimeSelector((state) => state.storeTrouble)
  // Always in the page, so that a screen reader hears what comes to stand in it.
  return (
    <div role="alert">
      {trouble !== null && <p className="banner banner--danger">{t(`console.store.${trouble}`)}</p>}
    </div>
  )
}
