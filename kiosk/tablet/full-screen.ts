import type { KioskStore } from '../session/kiosk-store.ts'

/**
 * Fills the screen from a touch on, which browsers ask for. Only where tablets are paired: elsewhere the page may be open
 * on anybody's phone.
 */
export function fillTheScreen(store: Pick<KioskStore, 'getState'>): void {
  document.addEventListener('pointerup', () => {
    const { site, session } = store.getState()
    const isTablet = site?.kiosk_access === 'paired' && session.at !== 'unpaired' && session.at !== 'pairing'
    if (!isTablet || document.fullscreenElement !== null || !document.fullscreenEnabled) return
    document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined)
  })
}
