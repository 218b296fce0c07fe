/** What can be chosen on a screen; keys and ways out are found without being read. */
const CHOICES = 'main button:not(:disabled):not(.key), .actions .button--primary, dialog[open] button'
/** So many choices are read: a list of forty times of day helps nobody who listens. */
const MOST_CHOICES = 8
/** A sentence that stands on the screen now, without what is only seen. */
export interface SpokenScreen {
  readonly heading: string
  readonly lead: string
  readonly choices: readonly string[]
}

/** What a screen says aloud. @param page the kiosk's element */
export function spokenScreen(page: ParentNode): SpokenScreen {
  const above = page.querySelector('dialog[open]')
  const place = above ?? page
  const words = (selector: string) => textOf(place.querySelector(selector))
  const choices = [...place.querySelectorAll<HTMLElement>(above === null ? CHOICES : 'button')]
    .map((button) => button.ariaLabel ?? textOf(button))
    .filter((text) => text !== '')
  return {
    heading: words(above === null ? 'h1' : 'h2'),
    lead: words(above === null ? '.screen__lead' : '.question__body'),
    choices: choices.slice(0, MOST_CHOICES),
  }
}

/** Text with a pause between its parts, which stand in elements of their own. */
function textOf(element: Element | null): string {
  if (element === null) return ''
  const parts: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof Element && (node.getAttribute('aria-hidden') === 'true' || node.tagName === 'svg')) return
    if (node.nodeType === Node.TEXT_NODE) parts.push((node.textContent ?? '').trim())
    else node.childNodes.forEach(walk)
  }
  walk(element)
  return parts.filter((part) => part !== '').join(', ')
}
