/** Keeps the screen from going dark, as often as the browser gives it free. It does so in secure contexts only. */
export function keepAwake(): void {
  const lock = (): void => {
    if (document.visibilityState !== 'visible') return
    // Refused where the battery is low, for one; it is tried again when the page is seen again.
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  if (!('wakeLock' in navigator)) return
  document.addEventListener('visibilitychange', lock)
  lock()
}
