import type { Page } from '@playwright/test'
import { intercept } from '../support/intercept.ts'
import { expect, test } from './kiosk-test.ts'

interface Heard {
  readonly words: string
  readonly language: string
}

/** Runs in the page before anything of ours: a browser that writes down what it would say. */
function fakeSpeech(): void {
  const heard: Heard[] = []
  const speech = {
    speak: (said: { text: string; lang: string }) => heard.push({ words: said.text, language: said.lang }),
    cancel: () => heard.push({ words: '(silence)', language: '' }),
  }
  class Utterance {
    lang = ''
    readonly text: string
    constructor(text: string) {
      this.text = text
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, heard })
}

const heardIn = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)
const wordsIn = async (page: Page) => (await heardIn(page)).map(({ words }) => words).join('\n')

test.describe('a browser with a voice', () => {
  test.beforeEach(({ page }) => page.addInitScript(fakeSpeech))

  test('reads the heading, the choices and what changes, until the visit ends', async ({ kiosk, page }) => {
    await kiosk.open()
    const start = kiosk.button('Read aloud')
    await expect(start).toHaveAttribute('aria-pressed', 'false')
    const { width = 0, height = 0 } = (await start.boundingBox()) ?? {}
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(64)
    expect(await heardIn(page)).toEqual([])
    await start.tap()
    await expect.poll(() => wordsIn(page)).toContain('Harbour Street Park & Wash')

    await kiosk.button('Touch to begin').tap()
    await expect.poll(() => wordsIn(page)).toContain('What can we do for you?')
    await expect.poll(() => wordsIn(page)).toMatch(/You can choose: Park, .*; Wash, /)
    expect((await heardIn(page)).find(({ words }) => words.startsWith('What can'))?.language).toMatch(/^en/)

    await kiosk.button(/^Wash/).tap()
    await kiosk.button(/^Exterior/).tap()
    await expect.poll(() => wordsIn(page)).toContain('First free time')
    await intercept(page, '**/api/v1/bookings', (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'often', status: 429, code: 'rate_limited' }),
      }),
    )
    await kiosk.button(/^First free time/).tap()
    await page.keyboard.type('KL07BX99')
    await kiosk.button('Keep my slot').tap()
    await expect(page.getByRole('alert')).toBeVisible()
    const alert = (await page.locator('[role="alert"] .notice__words').textContent()) ?? ''
    await expect.poll(() => wordsIn(page)).toContain(alert)

    await kiosk.button('Cancel').tap()
    await expect(kiosk.button('Read aloud')).toHaveAttribute('aria-pressed', 'false')
    const after = (await heardIn(page)).length
    await kiosk.button('Touch to begin').tap()
    await expect(kiosk.heading('What can we do for you?')).toBeVisible()
    await page.waitForTimeout(600)
    expect(await heardIn(page)).toHaveLength(after)
  })

  test('can be made silent on each screen, and is begun on the first one only', async ({ kiosk, page }) => {
    await kiosk.open()
    await kiosk.button('Read aloud').tap()
    await kiosk.button('Touch to begin').tap()
    await kiosk.button('Stop reading aloud').tap()
    expect((await heardIn(page)).at(-1)?.words).toBe('(silence)')
    await expect(kiosk.button('Read aloud')).toHaveCount(0)
  })
})

test('a browser without a voice gets no button', async ({ kiosk, page }) => {
  await page.addInitScript(() => {
    for (const place of [Window.prototype, window]) Reflect.deleteProperty(place, 'speechSynthesis')
  })
  await kiosk.open()
  await expect(kiosk.button('Call the attendant')).toBeVisible()
  await expect(kiosk.button('Read aloud')).toHaveCount(0)
})
