import type { LanguageTag } from '../../src-shared/i18n/languages.ts'
import type { Speech } from '../../src-shared/ui/speech.ts'
import type { KioskState, KioskStore } from '../session/kiosk-store.ts'

/**
 * Each customer begins in the site's first language, whatever the one before them chose: it is spoken again once they have
 * left, and where a language was chosen and nobody went on.
 */
export function speakSiteLanguage(
  store: Pick<KioskStore, 'getState' | 'subscribe'>,
  speech: Pick<Speech, 'speak'>,
): () => void {
  void speech.speak(homeOf(store.getState()))
  return store.subscribe((now, before) => {
    if (!isNobodys(now)) return
    const hasLeft = !isNobodys(before)
    const hasNotBegun = now.presence.is === 'resting' && before.presence.is !== 'resting'
    if (hasLeft || hasNotBegun || homeOf(now) !== homeOf(before)) void speech.speak(homeOf(now))
  })
}

function homeOf({ site }: KioskState): LanguageTag {
  return site?.languages[0] ?? 'en'
}

/** Whether nobody has begun. */
function isNobodys({ session }: KioskState): boolean {
  return !('details' in session || 'booking' in session)
}
