import { createRoot } from 'react-dom/client'
import '../../src-shared/ui/base.css'
import '../../src-renderer/controls/controls.css'
import '../../src-renderer/shell/shell.css'
import './gallery.css'
import type { Site } from '../../src-shared/api/site-schemas.ts'
import { languageOf } from '../../src-shared/i18n/languages.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../src-shared/i18n/translate.ts'
import { ServerTimeProvider } from '../../src-shared/ui/ServerTimeProvider.tsx'
import { TranslatorProvider } from '../../src-shared/ui/translator.tsx'
import { SiteProvider } from '../../src-renderer/shell/site.tsx'
import { consoleCatalogues } from '../../src-renderer/language/console-catalogues.ts'
import { speech } from '../../src-renderer/language/console-language.ts'
import { choosing } from './entries/choosing.tsx'
import { dialogs } from './entries/dialogs.tsx'
import { sharedEntries } from './entries/shared.tsx'
import { telling } from './entries/telling.tsx'
import { typing } from './entries/typing.tsx'
import { Gallery } from './Gallery.tsx'
import { stageOf } from './stage.ts'
import { stillTime } from './still-time.ts'

const site: Site = {
  name: 'Harbour Street Park & Wash',
  timezone: 'Asia/Kolkata',
  currency: 'INR',
  demo: true,
  kiosk_access: 'paired',
  customer_page: 'http://192.0.2.1:8000/kiosk/',
  window: { min_date: '2025-12-05', max_date: '2025-12-12' },
  opening_hours: [],
  closed_days: [],
  wash_services: [],
  bay_classes: [],
  tariff_summary: [],
  languages: ['en', 'hi', 'ml', 'ar'],
}
const time = stillTime()
const hindi = await consoleCatalogues.hi()
const malayalam = await consoleCatalogues.ml()
// The console is not to be had in Arabic; its direction is tried with English words.
const words = { en: english, ar: english, hi: hindi, ml: malayalam }

const follow = () => {
  const { language } = stageOf(location.hash)
  if (language !== 'ar') void speech.speak(language)
}
window.addEventListener('hashchange', follow)
follow()

const place = document.getElementById('gallery')
if (place === null) throw new Error('the page has no place for the gallery')
createRoot(place).render(
  <Gallery
    title="Controls of the console"
    entries={[...typing, ...choosing, ...telling, ...dialogs, ...sharedEntries]}
    around={({ language }, children) => (
      <TranslatorProvider translator={createTranslator(languageOf(language).locale, english, words[language])}>
        <SiteProvider site={site}>
          <ServerTimeProvider store={time}>{children}</ServerTimeProvider>
        </SiteProvider>
      </TranslatorProvider>
    )}
  />,
)
