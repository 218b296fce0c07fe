import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'

/** What staff must know and do when the server can save nothing. It comes with the ticks, also right after signing in. */
export function StoreNotice() {
  const t = useT()
  const trouble = useServerTimeSelector((state) => state.storeTrouble)
  if (trouble === null) return null
  return (
    <p className="banner banner--danger" role="alert">
      {t(`console.store.${trouble}`)}
    </p>
  )
}
