/** Runs in the page: every text that can be seen or heard, once. */
export function pageWords(): string[] {
  const found = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const holder = node.parentElement
    if (text !== '' && holder !== null && holder.closest('script, style, noscript, [hidden], option') === null)
      found.add(text)
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const text = element.getAttribute(name)?.trim() ?? ''
      if (text !== '') found.add(text)
    }
  }
  return [...found, document.title]
}
