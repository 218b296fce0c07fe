import type { Locator, Page } from '@playwright/test'

/**
 * The keystroke-level model of Card, Moran and Newell (Communications of the ACM 23:7, 1980, table I), in ms: a key by somebody
 * who types as most do (40 words a minute), to point with a mouse, to take the hand from one to the other, and to make up one's mind.
 * A press of the mouse's button is a key there.
 */
export const operators = { key: 280, point: 1100, home: 400, think: 1350 } as const

/** Somebody at the console who knows what to do, by the model. What the machine takes is measured beside it. */
export class Person {
  readonly #page: Page
  #hand: 'keys' | 'mouse' = 'keys'
  /** Something new stands on the screen: the person takes it in before the next thing. */
  #isNew = true
  #keys = 0
  #clicks = 0
  #modelMs = 0
  #machineMs = 0
  constructor(page: Page) {
    this.#page = page
  }

  /** @param name as Playwright has it: `Enter`, `w` */
  async press(name: string): Promise<void> {
    this.#take('keys')
    this.#keys += 1
    this.#modelMs += operators.key
    await this.#timed(() => this.#page.keyboard.press(name))
  }

  async type(text: string): Promise<void> {
    this.#take('keys')
    this.#keys += text.length
    this.#modelMs += text.length * operators.key
    await this.#timed(() => this.#page.keyboard.type(text))
  }

  async click(target: Locator): Promise<void> {
    this.#take('mouse')
    this.#clicks += 1
    this.#modelMs += operators.point + operators.key
    await this.#timed(() => target.click())
  }

  /** Waits until that is there, for the machine. */
  async see(target: Locator): Promise<void> {
    await this.#timed(() => target.waitFor({ timeout: 60_000 }))
    this.#isNew = true
  }

  get figures(): {
    readonly keys: number
    readonly clicks: number
    readonly modelMs: number
    readonly machineMs: number
  } {
    return { keys: this.#keys, clicks: this.#clicks, modelMs: this.#modelMs, machineMs: this.#machineMs }
  }

  #take(hand: 'keys' | 'mouse'): void {
    if (this.#isNew) this.#modelMs += operators.think
    if (this.#hand !== hand) this.#modelMs += operators.home
    this.#isNew = false
    this.#hand = hand
  }

  async #timed(work: () => Promise<unknown>): Promise<void> {
    const begin = performance.now()
    await work()
    this.#machineMs += performance.now() - begin
  }
}
