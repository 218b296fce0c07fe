import type { Locator } from '@playwright/test'
import { expect, type Kiosk } from './kiosk-test.ts'

/**
 * How long people take, in ms. A tap is to look for a choice and touch it, a key the same on a keyboard whose order is
 * known; both as in the keystroke-level model (Card, Moran and Newell 1980), and generous for a large touch screen. Words
 * are read at 238 a minute (Brysbaert 2019).
 */
export const pace = { tapMs: 1200, keyMs: 300, wordMs: 60_000 / 238 }

/** Somebody who has never seen the kiosk: reads what each screen asks, then touches. Counts both, by the model above. */
export class FirstTimer {
  readonly #kiosk: Kiosk
  #taps = 0
  #keys = 0
  #words = 0
  #screens: string[] = []
  constructor(kiosk: Kiosk) {
    this.#kiosk = kiosk
  }

  /** Reads the screen's heading and what stands under it, then touches this. */
  async tap(target: Locator): Promise<void> {
    await this.#read()
    await expect(target).toBeEnabled()
    await target.tap()
    this.#taps += 1
  }

  async typePlate(plate: string): Promise<void> {
    await this.#kiosk.tapKeys(plate)
    this.#keys += plate.length
  }

  async #read(): Promise<void> {
    const { page } = this.#kiosk
    const title = page.getByRole('heading', { level: 1 })
    const name = await title.textContent()
    if (this.#screens.at(-1) === name) return
    this.#screens.push(name ?? '')
    const words = `${name} ${(await page.locator('.screen__lead').allTextContents()).join(' ')}`
    this.#words += words.split(/\s+/).filter((word) => word !== '').length
  }

  get taps(): number {
    return this.#taps
  }

  /** One decision to a screen: as many screens as taps. */
  get screens(): readonly string[] {
    return this.#screens
  }

  /** Seconds by the model: what the choices take, and what typing the plate takes beside them. */
  get seconds(): { readonly choosing: number; readonly typing: number } {
    const choosing = this.#taps * pace.tapMs + this.#words * pace.wordMs
    return { choosing: choosing / 1000, typing: (this.#keys * pace.keyMs) / 1000 }
  }
}
