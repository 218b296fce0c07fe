/** Runs in the page: text that runs out of its box or the page, by the boxes' own measure. */
export function clipped(): string[] {
  const found = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : []
  for (const element of document.querySelectorAll<HTMLElement>('main *, .top-bar *, .actions *')) {
    if (element.closest('.visually-hidden, .server-clock__details, svg') !== null) continue
    // Of a field that is what is typed, which scrolls out of sight.
    if (element.tagName === 'INPUT' && element.scrollWidth > element.clientWidth + 1) found.push('a field’s text')
    if (element.tagName === 'INPUT') continue
    const { overflowX } = getComputedStyle(element)
    const tooWide = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
    const tooHigh = element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 4
    if ((tooWide || (tooHigh && element.tagName === 'BUTTON')) && overflowX !== 'auto') {
      found.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 40)}`)
    }
  }
  return found
}

/** Runs in the page: what can be touched and is smaller than a finger, the bays of the map among it. */
export function smallTargets(): string[] {
  const touchable = 'button, input, select, summary, a, [role="button"], [tabindex="0"], .lot-bay:not([data-dim])'
  return [...document.querySelectorAll<HTMLElement>(touchable)]
    .map((element) => ({ name: element.ariaLabel ?? element.textContent, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 63.5 || box.height < 63.5)
    .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`)
}

/** Runs in the page: text twice as large as the page has it. */
export function enlargeText(): void {
  const root = document.documentElement
  root.style.fontSize = ''
  root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`
}

/** Runs in the page: text as the page has it. */
export function ordinaryText(): void {
  document.documentElement.style.fontSize = ''
}
