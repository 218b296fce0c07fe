import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'
import { leanPng } from './lean-png.ts'
import { watchForRest, waitForRest } from './page-rest.ts'
import { addresses, hideWhatChanges, holdTime } from './same-each-time.ts'

/** How somebody looks at the pages: the colours, and how large the picture is that is kept of it. */
export interface Look {
  /** What a picture's name ends in. */
  readonly name: string
  readonly colours: Pick<BrowserContextOptions, 'colorScheme' | 'contrast'>
  /** Upright and on a desk of ordinary size (`usual`), or the other way: a tablet lying, a small window. */
  readonly size: 'usual' | 'other'
}

/** Half as large is enough to compare, and a quarter to keep. */
const HALF = 0.5

export const looks: readonly Look[] = [
  { name: 'light', colours: { colorScheme: 'light' }, size: 'usual' },
  { name: 'dark', colours: { colorScheme: 'dark' }, size: 'usual' },
  { name: 'contrast', colours: { contrast: 'more' }, size: 'usual' },
  { name: 'other-light', colours: { colorScheme: 'light' }, size: 'other' },
  { name: 'other-dark', colours: { colorScheme: 'dark' }, size: 'other' },
]

const views = {
  console: { usual: { width: 1280, height: 800 }, other: { width: 1024, height: 700 } },
  kiosk: { usual: { width: 800, height: 1280 }, other: { width: 1280, height: 800 } },
  phone: { usual: { width: 390, height: 780 }, other: { width: 780, height: 390 } },
} as const

/**
 * How much of a picture may differ. Another Chromium draws the edges of letters a little differently: each point by less than
 * the threshold (a share of the greatest difference that is seen, by pixelmatch), and few points by more: a button that is
 * missing is some 1,500 points of a console.
 */
const alikeEnough = { threshold: 0.15, maxDiffPixelRatio: 0.0002 }

/**
 * What is drawn otherwise each time, and by how much: a QR with the port of the day, a column as wide as a chance text below,
 * how many lines the trail had when the copier came by.
 */
const chances: Readonly<Record<string, number>> = {
  'kiosk-reference': 0.02,
  'console-recovery': 0.005,
  'console-backup-inside': 0.001,
}

/** Where pictures of one look are taken, and compared with those of the documentation. */
export class Darkroom {
  readonly server: TestServer
  readonly #browser: Browser
  readonly #look: Look
  constructor(browser: Browser, server: TestServer, look: Look) {
    this.server = server
    this.#browser = browser
    this.#look = look
  }

  /** A page in a world that stands still. @param device whose screen it is on */
  async page(device: keyof typeof views): Promise<Page> {
    const { colours, size } = this.#look
    const page = await this.#browser.newPage({
      ...colours,
      viewport: views[device][size],
      hasTouch: device !== 'console',
      deviceScaleFactor: this.#look.name === 'light' || this.#look.name === 'dark' ? 1 : HALF,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    watchForRest(page)
    await holdTime(page)
    await hideWhatChanges(page, this.server)
    return page
  }

  /** Goes to an address of ours, as the world outside knows it. */
  async visit(page: Page, address: string): Promise<void> {
    await page.goto(address.replace(addresses.public, this.server.publicUrl))
  }

  /** Takes a page, or a part of it, when it has come to rest. */
  async take(what: Page | Locator, name: string): Promise<void> {
    await waitForRest('page' in what ? what.page() : what)
    await this.takeAtOnce(what, name)
  }

  /** Takes what waits for an answer. */
  async takeAtOnce(what: Page | Locator, name: string): Promise<void> {
    const page = 'page' in what ? what.page() : what
    await page.evaluate(() => document.fonts.ready)
    comparePicture(await unmoved(what), `${name}-${this.#look.name}`)
  }
}

/** A picture like the one before it: what follows an answer, such as where the focus goes, may be drawn a moment later. */
async function unmoved(what: Page | Locator): Promise<Buffer> {
  let last = await pictureOf(what)
  for (let more = 10; more > 0; more -= 1) {
    const next = await pictureOf(what)
    if (next.equals(last)) return next
    last = next
  }
  throw new Error('the page does not come to rest')
}

/** Messages come when the server has time for them and go when the page has: no picture is of one. */
async function pictureOf(what: Page | Locator): Promise<Buffer> {
  const page = 'page' in what ? what.page() : what
  await page.evaluate(() => {
    for (const messages of document.querySelectorAll<HTMLElement>('.Toastify')) messages.style.visibility = 'hidden'
  })
  return what.screenshot({ animations: 'disabled', caret: 'hide' })
}

/** Holds a picture against the documentation's; those that follow are looked at in any case. */
export function comparePicture(png: Buffer, name: string): void {
  const [, maxDiffPixelRatio] = Object.entries(chances).find(([picture]) => name.startsWith(`${picture}-`)) ?? []
  const alike = maxDiffPixelRatio === undefined ? alikeEnough : { ...alikeEnough, maxDiffPixelRatio }
  expect.soft(leanPng(png), name).toMatchSnapshot(`${name}.png`, alike)
}
