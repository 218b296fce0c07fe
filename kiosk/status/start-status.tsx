import { createBrowserServerTime } from '../../src-shared/ui/browser/browser-server-time.ts'
import { drawPage } from '../draw-kiosk.tsx'
import { createPhoneApi } from './phone-api.ts'
import { StatusApp } from './StatusApp.tsx'

/** A customer's own phone: no pairing and no cookie, only what its link gives it the right to. */
export function startStatus(place: HTMLElement): void {
  const api = createPhoneApi((url, init) => fetch(url, init))
  const serverTime = createBrowserServerTime(`${location.origin.replace(/^http/, 'ws')}/ws/time/`)
  drawPage(place, serverTime, <StatusApp api={api} />)
}
