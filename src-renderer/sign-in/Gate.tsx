import type { ReactNode } from 'react'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { useT } from '../../src-shared/ui/translator.tsx'
import { LanguageChoice } from '../language/LanguageChoice.tsx'

interface GateProps {
  readonly children: ReactNode
  readonly wide?: boolean
  /** False where the page itself has them. */
  readonly languages?: boolean
}

/** The page of whoever is not signed in: the clock, one thing to do, and the languages to read it in. */
export function Gate({ children, wide = false, languages = true }: GateProps) {
  const t = useT()
  return (
    <div className={wide ? 'gate gate--wide' : 'gate'}>
      <header className="gate__head">
        <span className="gate__product">{t('console.product')}</span>
        <ServerClock compact className="gate__clock" />
      </header>
      <main className="gate__card">{children}</main>
      {languages && (
        <footer className="gate__foot">
          <LanguageChoice />
        </footer>
      )}
    </div>
  )
}
