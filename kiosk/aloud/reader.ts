import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Cancel, Timers } from '../../src-shared/time/time-source.ts'
import { spokenScreen } from './screen-words.ts'

/** What of the Web Speech API this uses. */
export interface Speech {
  speak(utterance: SpeechSynthesisUtterance): void
  cancel(): void
}

export interface Voice {
  /** BCP 47. */
  readonly language: string
  /** Says what can be chosen. */
  readonly choices: (choices: string) => string
}

/** Screens are drawn in steps; they are read when nothing has changed for so long, in ms. */
const SETTLED_MS = 300

/** Reads the kiosk's screens aloud while it is on: heading and choices of each screen, and what changes on it. */
export class Reader {
  readonly isOn: Pick<StoreApi<boolean>, 'getState' | 'getInitialState' | 'subscribe'>
  readonly #on = createStore<boolean>(() => false)
  readonly #page: HTMLElement
  readonly #speech: Speech
  readonly #timers: Timers
  readonly #observer: MutationObserver
  #voice: Voice = { language: 'en', choices: (choices) => choices }
  #heading = ''
  #told = ''
  #cancel: Cancel = () => {}

  constructor(page: HTMLElement, speech: Speech, timers: Timers) {
    this.#page = page
    this.#speech = speech
    this.#timers = timers
    this.isOn = this.#on
    this.#observer = new MutationObserver(() => this.#settle())
  }

  /** Speaks the page's language from the next screen on. */
  speakAs(voice: Voice): void {
    this.#voice = voice
  }

  start(): void {
    this.#on.setState(true, true)
    this.#heading = ''
    this.#told = ''
    this.#observer.observe(this.#page, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['open'],
    })
    this.#read()
  }

  stop(): void {
    this.#cancel()
    this.#observer.disconnect()
    this.#speech.cancel()
    this.#on.setState(false, true)
  }

  #settle(): void {
    this.#cancel()
    this.#cancel = this.#timers.after(SETTLED_MS, () => this.#read())
  }

  #read(): void {
    const { heading, lead, choices } = spokenScreen(this.#page)
    const told = this.#changes()
    const isNew = heading !== this.#heading
    const news = told === this.#told ? [] : [told]
    this.#heading = heading
    this.#told = told
    const said = isNew ? [heading, lead, ...news] : news
    if (isNew && choices.length > 0) said.push(this.#voice.choices(choices.join('; ')))
    const words = said.filter((part) => part !== '')
    if (words.length === 0) return
    // What is being read is about a screen that is not there any more.
    if (isNew) this.#speech.cancel()
    for (const part of words) this.#say(part)
  }

  /** What the page tells of itself: notices, waits, the link. The clock and what counts down say nothing. */
  #changes(): string {
    return [...this.#page.querySelectorAll('[role="alert"], [role="status"]')]
      .filter((element) => element.closest('.server-clock, .aids, dialog:not([open])') === null)
      .map((element) => element.textContent.trim())
      .filter((text) => text !== '')
      .join('. ')
  }

  #say(words: string): void {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = this.#voice.language
    this.#speech.speak(utterance)
  }
}
