import { createBrowserServerTime } from '../../src-shared/ui/browser/browser-server-time.ts'
import { phoneEnglish } from '../../src-shared/i18n/messages/en/phone-english.ts'
import { firstOf, languageTags } from '../../src-shared/i18n/languages.ts'
import { createSpeech } from '../../src-shared/ui/speech.ts'
import { Spoken } from '../../src-shared/ui/Spoken.tsx'
import { drawPage } from '../draw-kiosk.tsx'
import { phoneCatalogues } from '../language/phone-catalogues.ts'
import { wantedLanguages } from '../language/wanted-languages.ts'
import { createPhoneApi } from './phone-api.ts'
import { StatusApp } from './StatusApp.tsx'

/** A customer's own phone: no pairing and no cookie, only what its link gives it the right to. */
export function startStatus(place: HTMLElement): void {
  const api = createPhoneApi((url, init) => fetch(url, init))
  const serverTime = createBrowserServerTime(`${location.origin.replace(/^http/, 'ws')}/ws/time/`)
  const speech = createSpeech(phoneEnglish, phoneCatalogues)
  // By the link or the phone, whatever the site offers at its kiosk: the words are there.
  void speech.speak(firstOf(languageTags, wantedLanguages(location.search, navigator.languages)) ?? 'en')
  // Read again or sent on, the page is in the language that was chosen.
  speech.subscribe(({ tag }) => history.replaceState(null, '', `?lang=${tag}${location.hash}`))
  drawPage(
    place,
    serverTime,
    <Spoken speech={speech}>
      <StatusApp api={api} speech={speech} />
    </Spoken>,
  )
}
