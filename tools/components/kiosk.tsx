import { createRoot } from 'react-dom/client'
import '../../src-shared/ui/base.css'
import '../../kiosk/kiosk.css'
import './gallery.css'
import { kioskCatalogues } from '../../kiosk/language/kiosk-catalogues.ts'
import { languageOf } from '../../src-shared/i18n/languages.ts'
import { kioskEnglish } from '../../src-shared/i18n/messages/en/kiosk-english.ts'
import { createTranslator, type Messages } from '../../src-shared/i18n/translate.ts'
import { ServerTimeProvider } from '../../src-shared/ui/ServerTimeProvider.tsx'
import { TranslatorProvider } from '../../src-shared/ui/translator.tsx'
import { kioskControls } from './entries/kiosk-controls.tsx'
import { sharedEntries } from './entries/shared.tsx'
import { Gallery } from './Gallery.tsx'
import { stillTime } from './still-time.ts'

const [hindi, malayalam, arabic] = await Promise.all([kioskCatalogues.hi(), kioskCatalogues.ml(), kioskCatalogues.ar()])
const words: Readonly<Record<string, Messages>> = { hi: hindi, ml: malayalam, ar: arabic }
const time = stillTime()

const place = document.getElementById('gallery')
if (place === null) throw new Error('the page has no place for the gallery')
createRoot(place).render(
  <Gallery
    title="Controls of the kiosk"
    entries={[...kioskControls, ...sharedEntries]}
    around={({ language }, children) => (
      <TranslatorProvider
        translator={createTranslator(languageOf(language).locale, kioskEnglish, words[language] ?? {})}
      >
        <ServerTimeProvider store={time}>{children}</ServerTimeProvider>
      </TranslatorProvider>
    )}
  />,
)
