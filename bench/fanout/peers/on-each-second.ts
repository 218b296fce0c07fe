/** Calls back on each second boundary of this machine's clock; a timer that fires early is armed again for the rest. */
export function onEachSecond(wake: () => void): void {
  let next = Math.floor(Date.now() / 1000) + 1
  function arm(): void {
    setTimeout(look, Math.max(0, next * 1000 - Date.now()))
  }
  function look(): void {
    const second = Math.floor(Date.now() / 1000)
    if (second < next) return arm()
    next = second + 1
    arm()
    wake()
  }
  arm()
}
