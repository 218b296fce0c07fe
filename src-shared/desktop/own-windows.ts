import * as v from 'valibot'

/** The screens that may stand in a window of their own, such as on a second display. */
export const ownScreens = ['today', 'lot', 'washes'] as const

export const OwnScreen = v.picklist(ownScreens)
export type OwnScreen = v.InferOutput<typeof OwnScreen>

/** What says in a page's address that it shows a screen alone. */
const parameter = 'window'

/** What follows the console's own address for a screen in a window of its own: `?window=lot#/lot`. */
export function ownWindowAddress(screen: OwnScreen): string {
  return `?${parameter}=${screen}#/${screen}`
}

/** The screen that a page was opened for; undefined for the whole console. @param search the address's part from `?` to `#` */
export function ownScreenOf(search: string): OwnScreen | undefined {
  const asked = new RegExp(`[?&]${parameter}=([a-z]+)`).exec(search)?.[1]
  return ownScreens.find((screen) => screen === asked)
}
