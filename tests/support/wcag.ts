/* What runs in a page to hold it against WCAG 2.2 where axe does not look. */

/** What stands over the element that has the focus (2.4.11), or hides its ring (2.4.7); undefined where all is well. */
export function focusFault(): string | undefined {
  const element = document.activeElement
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return undefined
  const said = (element.ariaLabel ?? element.textContent).trim().slice(0, 40) || element.outerHTML.slice(0, 80)
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  const name = `${element.tagName} ${said} at ${Math.round(left)},${Math.round(top)} ${Math.round(width)}×${Math.round(height)}`
  const hasRing = (one: Element | null): boolean => {
    if (one === null) return false
    const { outlineStyle, boxShadow } = getComputedStyle(one)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  }
  // On a map the ring is drawn, by a part of what has the focus or above all of the map.
  const drawnRings = [...element.querySelectorAll('*'), ...document.querySelectorAll('.lot-ring[data-kind="focus"]')]
  const isDrawn = (ring: Element): boolean => {
    const { visibility, display, stroke, strokeWidth } = getComputedStyle(ring)
    return visibility === 'visible' && display !== 'none' && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2
  }
  // A screen's heading takes the focus to be read out, and nothing can be done there.
  const isToPress = element.tabIndex >= 0
  const wearsRing =
    (element instanceof SVGElement && drawnRings.some(isDrawn)) ||
    hasRing(element) ||
    hasRing(element.closest('label')) ||
    // A part of a date is turned over, and the ring is around the date.
    hasRing(element.closest('.input')) ||
    hasRing(element.nextElementSibling)
  if (isToPress && !wearsRing) return `no ring on ${name}`
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]))
  const isSeen = points.some(([x = 0, y = 0]) => {
    const above = document.elementFromPoint(x, y)
    return (
      above !== null &&
      (element.contains(above) || above.contains(element) || above.closest('label')?.contains(element) === true)
    )
  })
  if (width < 2 || height < 2) return undefined
  return isSeen && right > 0 && bottom > 0 ? undefined : `covered: ${name}`
}

/** Lays over the page what WCAG 1.4.12 says that a reader may. */
export function spaceText(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `)
  document.adoptedStyleSheets = [sheet]
}

/** Text that its own box cuts off, or a page that scrolls sideways (1.4.10, 1.4.12). */
export function lostText(): string[] {
  const wide = document.documentElement.scrollWidth - window.innerWidth
  const found = wide > 1 ? [`the page is ${wide} px too wide`] : []
  for (const element of document.querySelectorAll<HTMLElement>('main *, header *, nav *, dialog[open] *')) {
    if (element.closest('.visually-hidden, svg, [hidden], .server-clock__details') !== null) continue
    if (!element.checkVisibility() || element.tagName === 'INPUT' || element.tagName === 'SELECT') continue
    const { overflowX, overflowY } = getComputedStyle(element)
    const cutsWidth = overflowX === 'hidden' || overflowX === 'clip'
    const cutsHeight = overflowY === 'hidden' || overflowY === 'clip'
    const isCut =
      (cutsWidth && element.scrollWidth > element.clientWidth + 1) ||
      (cutsHeight && element.scrollHeight > element.clientHeight + 4)
    if (isCut && element.clientWidth > 1) found.push(`${element.className}: ${element.textContent.slice(0, 40)}`)
  }
  return found
}

/** From now on writes down what live regions say, in `window.announced`. */
export function listenToRegions(): void {
  const announced: string[] = []
  Object.assign(window, { announced })
  const regions = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]'
  const before = new WeakMap<Element, string>()
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const holder = target instanceof Element ? target : target.parentElement
      const region = holder?.closest(regions)
      if (region === null || region === undefined) continue
      const words = (region.textContent ?? '').trim()
      if (words === '' || before.get(region) === words) continue
      before.set(region, words)
      announced.push(words)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}

/** Whether a field takes what is pasted (3.3.8). */
export function takesPaste(field: Element): boolean {
  return field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))
}
