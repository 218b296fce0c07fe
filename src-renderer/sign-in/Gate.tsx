import type { ReactNode } from 'react'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'

/** The page of whoever is not signed in: the clock, and one thing to do. */
export function Gate({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const t = useT()
  return (
    <div className="gate">
      <header className="gate__head">
        <span className="gate__product">{t('console.product')}</span>
        <ServerClock className="gate__clock" />
      </header>
      <main className={wide ? 'gate__card gate__card--wide' : 'gate__card'}>{children}</main>
    </div>
  )
}
