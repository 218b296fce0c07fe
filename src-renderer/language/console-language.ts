import { firstOf, staffLanguageTags, type StaffLanguageTag } from '../../src-shared/i18n/languages.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import { createSpeech } from '../../src-shared/ui/speech.ts'
import { useSession } from '../sign-in/session-store.ts'
import { consoleCatalogues } from './console-catalogues.ts'

/** What the console speaks now. */
export const speech = createSpeech(english, consoleCatalogues)

/** What the sign-in page of this machine speaks. */
const machineKey = 'kerbside.language'
/** What a person reads; each has their own, and several share a counter. */
const keyOf = (userId: string) => `${machineKey}.${userId}`

/** What somebody chose before they signed in: it is theirs from then on. */
let chosenAtTheDoor: StaffLanguageTag | undefined

function kept(key: string): StaffLanguageTag | undefined {
  const tag = localStorage.getItem(key)
  return tag === null ? undefined : firstOf(staffLanguageTags, [tag])
}

function personIn(session: ReturnType<typeof useSession.getState>): string | undefined {
  return 'user' in session ? session.user?.id : undefined
}

/** Speaks a language from now on, to whoever is signed in, or on the sign-in page to everybody. */
export function chooseLanguage(tag: StaffLanguageTag): void {
  const person = personIn(useSession.getState())
  if (person === undefined) chosenAtTheDoor = tag
  localStorage.setItem(person === undefined ? machineKey : keyOf(person), tag)
  void speech.speak(tag)
}

/** Call before the first render, so that no other words flash up: what this machine spoke last, or what its browser wants. */
export async function restoreLanguage(): Promise<void> {
  useSession.subscribe((now, before) => {
    if (personIn(now) !== personIn(before)) speakTo(personIn(now))
  })
  await speech.speak(ofMachine())
}

function ofMachine(): StaffLanguageTag {
  return kept(machineKey) ?? firstOf(staffLanguageTags, navigator.languages) ?? 'en'
}

function speakTo(person: string | undefined): void {
  if (person !== undefined && chosenAtTheDoor !== undefined) localStorage.setItem(keyOf(person), chosenAtTheDoor)
  chosenAtTheDoor = undefined
  void speech.speak((person === undefined ? undefined : kept(keyOf(person))) ?? ofMachine())
}

/** The language of whoever reads, as the server is asked for files in it. */
export function readerLanguage(): StaffLanguageTag {
  return firstOf(staffLanguageTags, [speech.getState().tag]) ?? 'en'
}
