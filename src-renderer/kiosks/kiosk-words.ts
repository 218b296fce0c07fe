import type { Device } from '../../src-shared/api/site-schemas.ts'
import { languageOf } from '../../src-shared/i18n/languages.ts'
import type { MessageKey, Translator } from '../../src-shared/i18n/translate.ts'
import { isInUse } from '../../src-shared/kiosk/in-use.ts'
import type { KioskScreen } from '../../src-shared/kiosk/kiosk-screens.ts'

/** What a tablet shows, in words; screens that ask the same are called the same. */
const screenWords: Readonly<Record<KioskScreen, MessageKey>> = {
  starting: 'console.kiosks.shows.starting',
  unpaired: 'console.kiosks.shows.pairing',
  pairing: 'console.kiosks.shows.pairing',
  attract: 'console.kiosks.shows.start',
  purpose: 'console.kiosks.shows.purpose',
  service: 'console.kiosks.shows.service',
  date: 'console.kiosks.shows.slot',
  slot: 'console.kiosks.shows.slot',
  bay_class: 'console.kiosks.shows.bayClass',
  arrive: 'console.kiosks.shows.arrive',
  arrive_day: 'console.kiosks.shows.arrive',
  arrive_time: 'console.kiosks.shows.arrive',
  leave: 'console.kiosks.shows.leave',
  leave_day: 'console.kiosks.shows.leave',
  leave_time: 'console.kiosks.shows.leave',
  bay: 'console.kiosks.shows.bay',
  plate: 'console.kiosks.shows.plate',
  phone: 'console.kiosks.shows.phone',
  taking: 'console.kiosks.shows.hold',
  held: 'console.kiosks.shows.hold',
  confirming: 'console.kiosks.shows.hold',
  settling: 'console.kiosks.shows.hold',
  ended: 'console.kiosks.shows.ended',
  booked: 'console.kiosks.shows.booked',
}

/** The screen that stands on a tablet; null while it has not said. */
export function shownWords({ shows }: Device, t: Translator): string | null {
  return shows === null ? null : t(screenWords[shows.screen])
}

/** What else is known of the page there: language, version, whether it fills the screen and keeps it bright. */
export function pageFacts({ shows, outdated }: Device, t: Translator): readonly string[] {
  if (shows === null) return []
  const { language, version, full_screen: isFull, awake } = shows
  return [
    languageOf(language).name,
    t(outdated ? 'console.kiosks.versionOther' : 'console.kiosks.version', { version }),
    t(isFull ? 'console.kiosks.fullScreen' : 'console.kiosks.notFullScreen'),
    ...(awake === null ? [] : [t(awake ? 'console.kiosks.awake' : 'console.kiosks.notAwake')]),
  ]
}

/** Whether a new page would take something from somebody there. */
export function isBusy({ shows }: Device): boolean {
  return shows !== null && isInUse(shows.screen)
}
