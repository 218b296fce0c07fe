import type { Plugin } from 'vite'

/** What the component library says in thirty languages; the console has its own words for it (`library-words.ts`). */
const words =
  /\/react-(?:aria|stately|aria-components)\/dist\/private\/(?:\w+\/)?intl\/(?:[\w-]+\/)?[a-z]{2}-[A-Z]{2}\.mjs$/
const announcer = /\/react-aria\/dist\/private\/live-announcer\/LiveAnnouncer\.mjs$/
const emptying = ".innerHTML = ''"

/**
 * Fits the component library to the page: leaves out the languages that are not asked, and empties its live region by the
 * call that Trusted Types need not look at, where it assigns an empty text for HTML, which they refuse.
 */
export function componentLibrary(): Plugin {
  return {
    name: 'component-library',
    enforce: 'pre',
    load: (id) => (words.test(id) ? 'export default undefined' : undefined),
    transform(code, id) {
      if (!announcer.test(id)) return undefined
      const changed = code.replaceAll(emptying, '.replaceChildren()')
      if (changed === code || changed.includes('innerHTML')) {
        throw new Error(
          'the component library empties its live region in another way now: look at component-library.ts',
        )
      }
      return { code: changed, map: null }
    },
  }
}
