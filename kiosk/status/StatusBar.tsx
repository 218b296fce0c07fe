import type { Site } from '../../src-shared/api/site-schemas.ts'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'

/** Whose page it is, and the clock that decides. */
export function StatusBar({ site }: { readonly site: Pick<Site, 'name' | 'demo'> | undefined }) {
  const t = useT()
  return (
    <header className="top-bar">
      <p className="top-bar__site">
        {site?.name ?? ''} {site?.demo === true && <strong className="demo-mark">{t('common.demo')}</strong>}
      </p>
      <ServerClock compact showDate={false} className="top-bar__clock" />
    </header>
  )
}
