import type { Site } from '../../src-shared/api/site-schemas.ts'
import { languageTags } from '../../src-shared/i18n/languages.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import { DemoMark } from '../../src-shared/ui/DemoMark.tsx'
import { ServerClock } from '../../src-shared/ui/ServerClock.tsx'
import { LanguageSwitch } from '../language/LanguageSwitch.tsx'

interface StatusBarProps {
  readonly site: Pick<Site, 'name' | 'demo'> | undefined
  readonly speech: Speech
}

/** Whose page it is, the clock that decides, and the languages to read it in. */
export function StatusBar({ site, speech }: StatusBarProps) {
  return (
    <header className="top-bar">
      <p className="top-bar__site">
        {site?.name ?? ''} {site?.demo === true && <DemoMark />}
      </p>
      <ServerClock compact showDate={false} className="top-bar__clock" />
      <LanguageSwitch speech={speech} offered={languageTags} />
    </header>
  )
}
