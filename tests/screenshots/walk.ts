import type { Page } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'
import { savePicture } from './kept-picture.ts'

/** One thing that somebody did, and what it took until the next screen stood there. */
interface Step {
  readonly who: string
  readonly does: string
  /** What the site's clock showed then: `12:45:27`. */
  readonly at: string
  readonly touches: number
  readonly ms: number
  readonly picture: string | undefined
}

/** Walks through the product as people do, and keeps count of touches, keys and milliseconds. */
export class Walk {
  readonly name: string
  readonly steps: Step[] = []
  readonly #server: TestServer
  constructor(name: string, server: TestServer) {
    this.name = name
    this.#server = server
  }

  /**
   * @param work does it, and waits for what it leads to
   * @param options picture: the name under which a small picture of what came is kept
   */
  async step(
    page: Page,
    [who, does]: readonly [who: string, does: string],
    work: () => Promise<unknown>,
    { picture }: { picture?: string } = {},
  ): Promise<void> {
    const before = await touchesOn(page)
    const begin = performance.now()
    await work()
    const ms = performance.now() - begin
    const touches = (await touchesOn(page)) - before
    const name = picture === undefined ? undefined : `walk-${picture}`
    if (name !== undefined) {
      await page.waitForLoadState('networkidle')
      savePicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), name)
    }
    this.steps.push({ who, does, at: await this.#siteTime(), touches, ms, picture: name })
  }

  /** Time passes at the site, and nobody does anything. */
  async wait(does: string, ms: number): Promise<void> {
    this.#server.advance(ms)
    this.steps.push({ who: '', does, at: await this.#siteTime(), touches: 0, ms: 0, picture: undefined })
  }

  async #siteTime(): Promise<string> {
    const answer = await fetch(`${this.#server.publicUrl}/api/v1/time`)
    return ((await answer.json()) as { time_24h: string }).time_24h
  }
}

/** Counts on a page, over reloads of it, the keys and the touches or clicks of a person. */
export async function countTouches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const count = (event: Event) => {
      if (!event.isTrusted) return
      sessionStorage.setItem('touches', String(Number(sessionStorage.getItem('touches')) + 1))
    }
    for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, count, true)
  })
}

async function touchesOn(page: Page): Promise<number> {
  if (page.url() === 'about:blank') return 0
  return page.evaluate(() => Number(sessionStorage.getItem('touches')))
}
