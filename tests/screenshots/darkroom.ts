import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import { findChromium } from '../../tools/browser/chromium.ts'
import { say } from '../../tools/terminal/progress.ts'
import type { TestServer } from '../support/test-server.ts'
import { leanPng } from './lean-png.ts'

export type Scheme = 'light' | 'dark'

const folder = join(import.meta.dirname, '../../docs/images')

/** A Chromium as the browser tests use it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath } = await findChromium()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
}

/** Where pictures of one colour scheme are taken, and where they go. */
export class Darkroom {
  readonly server: TestServer
  readonly #browser: Browser
  readonly #scheme: Scheme
  constructor(browser: Browser, server: TestServer, scheme: Scheme) {
    this.server = server
    this.#browser = browser
    this.#scheme = scheme
  }

  async page(options: BrowserContextOptions): Promise<Page> {
    return this.#browser.newPage({ colorScheme: this.#scheme, reducedMotion: 'reduce', ...options })
  }

  /** Takes a page, or a part of it, when it has come to rest. */
  async take(what: Page | Locator, name: string): Promise<void> {
    const page = 'page' in what ? what.page() : what
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    savePicture(await what.screenshot({ animations: 'disabled', caret: 'hide' }), `${name}-${this.#scheme}`)
  }
}

export function savePicture(png: Buffer, name: string): void {
  mkdirSync(folder, { recursive: true })
  const lean = leanPng(png)
  writeFileSync(join(folder, `${name}.png`), lean)
  say(`  docs/images/${name}.png  ${Math.round(lean.length / 1024)} kB`)
}
