import type { Timers } from '../src-shared/time/time-source.ts'

/** After this long, in ms, a page whose parts did not arrive tries anew. */
const AGAIN_AFTER_MS = 5000

/**
 * Opens the page anew once its server answers. Where parts do not arrive, the page is of an older build, or the browser
 * remembers that it failed; to reload while the server is away would leave the browser's own error on the screen.
 */
export function openFreshPage(timers: Timers): void {
  timers.after(AGAIN_AFTER_MS, () => {
    fetch(location.pathname, { cache: 'no-store' }).then(
      ({ ok }) => (ok ? location.reload() : openFreshPage(timers)),
      () => openFreshPage(timers),
    )
  })
}
