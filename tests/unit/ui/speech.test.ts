import { expect, it } from 'vitest'
import { common } from '../../../src-shared/i18n/messages/en/common.ts'
import type { Messages } from '../../../src-shared/i18n/translate.ts'
import { createSpeech } from '../../../src-shared/ui/speech.ts'

const arrive = (messages: Messages) => async () => messages

it('a page speaks English until the words of the other language are here, and then says in English what that lacks', async () => {
  const speech = createSpeech(common, { hi: arrive({ 'common.back': 'वापस' }) })
  const spoken = speech.speak('hi')
  expect([speech.getState().tag, speech.getState().t('common.back')]).toEqual(['en', 'Back'])
  await spoken
  const { tag, t } = speech.getState()
  expect([tag, t.language, t('common.back'), t('common.close')]).toEqual(['hi', 'hi-IN', 'वापस', 'Close'])
})

it('of two wishes the later one holds, whichever words arrive first', async () => {
  let letGo: (messages: Messages) => void = () => undefined
  const late = new Promise<Messages>((resolve) => (letGo = resolve))
  const speech = createSpeech(common, { hi: () => late, ml: arrive({}) })
  const first = speech.speak('hi')
  await speech.speak('ml')
  letGo({})
  await first
  expect(speech.getState().tag).toBe('ml')
})

it('words that cannot be had leave the language as it is, and are asked for again', async () => {
  let isAway = true
  const speech = createSpeech(common, {
    hi: async () => {
      if (isAway) throw new TypeError('no network')
      return {}
    },
  })
  await speech.speak('hi')
  expect(speech.getState().tag).toBe('en')
  isAway = false
  await speech.speak('hi')
  expect(speech.getState().tag).toBe('hi')
})

it('words that were prepared are spoken at once', async () => {
  const speech = createSpeech(common, { hi: arrive({}) })
  await speech.prepare(['hi', 'en'])
  void speech.speak('hi')
  expect(speech.getState().tag).toBe('hi')
})

it('a value among words that run from right to left keeps its own direction', async () => {
  const speech = createSpeech(common, { ar: arrive({ 'common.length.minutes': '{minutes} د' }) })
  await speech.speak('ar')
  expect(speech.getState().t('common.length.minutes', { minutes: 45 })).toBe('\u206845\u2069 د')
  await speech.speak('en')
  expect(speech.getState().t('common.length.minutes', { minutes: 45 })).toBe('45 min')
})
