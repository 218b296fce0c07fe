import * as v from 'valibot'
import { languageTags } from '../i18n/languages.ts'
import { kioskScreens } from '../kiosk/kiosk-screens.ts'

/** What a kiosk says of itself, and all that it may: nothing here can hold a plate, a number, a name or a booking. */
const said = {
  screen: v.picklist(kioskScreens),
  language: v.picklist(languageTags),
  /** Of the page that runs there. */
  version: v.pipe(v.string(), v.maxLength(20), v.regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}(-[a-z]+(\.\d{1,3})?)?$/)),
  full_screen: v.boolean(),
  /** Whether the screen is kept from going dark; null where the browser cannot. */
  awake: v.nullable(v.boolean()),
} as const

export const KioskState = v.object(said)
export type KioskState = v.InferOutput<typeof KioskState>

/** As a kiosk sends it on `/ws/time/`. */
export const KioskStateMessage = v.strictObject({ type: v.literal('kiosk_state'), ...said })
export type KioskStateMessage = v.InferOutput<typeof KioskStateMessage>

/** When a kiosk is to open its page anew: once nobody uses it, or whoever does. */
export const ReloadWhen = v.picklist(['free', 'now'])
export type ReloadWhen = v.InferOutput<typeof ReloadWhen>

/** A kiosk is asked to open its page anew. */
export const Reload = v.object({ type: v.literal('reload'), when: ReloadWhen })
export type Reload = v.InferOutput<typeof Reload>
