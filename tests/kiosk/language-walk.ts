import type { Page } from '@playwright/test'
import { languageOf, type LanguageTag } from '../../src-shared/i18n/languages.ts'
import { kioskArabic } from '../../src-shared/i18n/messages/ar/kiosk-arabic.ts'
import { kioskEnglish } from '../../src-shared/i18n/messages/en/kiosk-english.ts'
import { kioskHindi } from '../../src-shared/i18n/messages/hi/kiosk-hindi.ts'
import { kioskMalayalam } from '../../src-shared/i18n/messages/ml/kiosk-malayalam.ts'
import { createTranslator, type MessageKey } from '../../src-shared/i18n/translate.ts'
import { expect, type Kiosk } from './kiosk-test.ts'

const catalogues = { en: kioskEnglish, hi: kioskHindi, ml: kioskMalayalam, ar: kioskArabic }

/** What a message reads in a language; no values, so that the text is the message's own. */
export type Say = (key: MessageKey) => string

export function sayIn(tag: LanguageTag): Say {
  return createTranslator(languageOf(tag).locale, catalogues[tag])
}

type Step = readonly [screen: string, step: () => Promise<void>]

/** Each screen of both flows in turn, by the words of a language. */
export function flowsIn(kiosk: Kiosk, say: Say): Readonly<Record<'wash' | 'parking', readonly Step[]>> {
  const press = (key: MessageKey) => kiosk.press(kiosk.button(say(key)).first())
  const pressText = (text: string | RegExp) => kiosk.press(kiosk.button(text).first())
  const plate: Step = [
    'phone',
    async () => {
      await kiosk.page.keyboard.type('KL07BX1234')
      await press('kiosk.plate.addPhone')
    },
  ]
  return {
    wash: [
      ['purpose', () => press('kiosk.attract.begin')],
      ['service', () => press('kiosk.purpose.washWords')],
      ['slot', () => pressText(/^Exterior/)],
      ['date', () => press('kiosk.slot.anotherDay')],
      ['slot', () => press('kiosk.date.today')],
      ['plate', () => pressText(/^17:00/)],
      plate,
      ['held', () => press('kiosk.phone.skip')],
      ['booked', () => press('kiosk.held.confirm')],
    ],
    parking: [
      ['purpose', () => press('kiosk.attract.begin')],
      ['bay-class', () => press('kiosk.purpose.parkingWords')],
      ['leave', () => press('kiosk.bayClass.carWords')],
      ['leave-day', () => press('kiosk.leave.otherDay')],
      [
        'leave-time',
        () =>
          kiosk.press(
            kiosk.page
              .locator('main')
              .getByRole('button', { name: /(^|\D)9(\D|$)/ })
              .first(),
          ),
      ],
      ['bay', () => pressText(/^09:30/)],
      ['plate', () => press('kiosk.bay.takeAny')],
      plate,
      ['held', () => press('kiosk.phone.skipBay')],
      ['booked', () => press('kiosk.held.confirm')],
    ],
  }
}

/** Opens the kiosk and picks a language on its first screen. */
export async function openIn(kiosk: Kiosk, tag: LanguageTag): Promise<void> {
  await kiosk.open()
  await kiosk.press(kiosk.button(languageOf(tag).name))
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', tag)
  await expect(kiosk.button(languageOf(tag).name)).toHaveAttribute('aria-pressed', 'true')
}

export async function walkFlow(steps: readonly Step[], page: Page, look: (screen: string) => Promise<void>) {
  for (const [screen, step] of steps) {
    await step()
    await expect(page.locator(`.screen--${screen}`)).toBeVisible()
    if (screen === 'slot') await expect(page.locator('.slot').first()).toBeVisible()
    if (screen === 'leave') await expect(page.locator('.choice-card__more').first()).toContainText('₹')
    if (screen === 'bay') await expect(page.getByRole('option').first()).toBeVisible()
    await look(screen)
  }
}
