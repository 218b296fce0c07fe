import { describe, expect, it } from 'vitest'
import { speakSiteLanguage } from '../../../kiosk/language/site-language.ts'
import { wantedLanguages } from '../../../kiosk/language/wanted-languages.ts'
import { createKioskStore } from '../../../kiosk/session/kiosk-store.ts'
import { firstOf, languageTags, type LanguageTag } from '../../../src-shared/i18n/languages.ts'
import { sessions, site } from './samples.ts'

function setUp() {
  const store = createKioskStore(sessions.attract)
  const spoken: LanguageTag[] = []
  store.siteKnown({ ...site, languages: ['ml', 'en'] })
  speakSiteLanguage(store, {
    speak: async (tag) => {
      spoken.push(tag)
    },
  })
  return { store, spoken }
}

describe('the kiosk', () => {
  it('speaks the site’s first language once it is known', () => {
    expect(setUp().spoken).toEqual(['ml'])
  })

  it('keeps what a customer chose until they leave', () => {
    const { store, spoken } = setUp()
    store.send({ type: 'begin' })
    store.siteKnown({ ...site, languages: ['ml', 'en'] })
    expect(spoken).toEqual(['ml'])
    store.send({ type: 'leave' })
    expect(spoken).toEqual(['ml', 'ml'])
  })

  it('goes back to it where somebody chose another and did not begin', () => {
    const { store, spoken } = setUp()
    store.quietFor(59_999)
    expect(spoken).toEqual(['ml'])
    store.quietFor(60_000)
    store.quietFor(61_000)
    expect(spoken).toEqual(['ml', 'ml'])
  })

  it('follows a site that changes its mind, but not under a customer’s hands', () => {
    const { store, spoken } = setUp()
    store.send({ type: 'begin' })
    store.siteKnown({ ...site, languages: ['ar'] })
    expect(spoken).toEqual(['ml'])
    store.send({ type: 'walked_away' })
    store.siteKnown({ ...site, languages: ['hi'] })
    expect(spoken).toEqual(['ml', 'ar', 'hi'])
  })
})

describe('a customer’s phone', () => {
  const languageOf = (search: string, ofBrowser: readonly string[]) =>
    firstOf(languageTags, wantedLanguages(search, ofBrowser))

  it('asks for the language of its link, then for those of its browser', () => {
    expect(languageOf('?lang=hi', ['ml-IN', 'en'])).toBe('hi')
    expect(languageOf('', ['fr-FR', 'ml-IN', 'en'])).toBe('ml')
    expect(languageOf('?lang=xx', ['ar-AE'])).toBe('ar')
    expect(languageOf('?lang=', ['de'])).toBeUndefined()
  })
})
