let sentinel: WakeLockSentinel | undefined

/** Whether the screen is kept from going dark; null where the browser cannot. */
export function isAwake(): boolean | null {
  return 'wakeLock' in navigator ? sentinel?.released === false : null
}

/** Keeps the screen from going dark, as often as the browser gives it free. It does so in secure contexts only. */
export function keepAwake(onChange: () => void): void {
  const lock = (): void => {
    if (document.visibilityState !== 'visible') return
    navigator.wakeLock.request('screen').then(
      (given) => {
        sentinel = given
        given.addEventListener('release', onChange)
        onChange()
      },
      // Refused where the battery is low, for one; it is tried again when the page is seen again.
      () => undefined,
    )
  }
  if (!('wakeLock' in navigator)) return
  document.addEventListener('visibilitychange', lock)
  lock()
}
