import { languageTags, type LanguageTag } from '../../src-shared/i18n/languages.ts'

export const themes = ['light', 'dark', 'contrast'] as const
export const textSizes = ['100%', '200%'] as const

/** What the page shows and how, as its address says it: `#Button?theme=dark&language=ar`. */
export interface Stage {
  /** An entry's name, and a state of it where only that one is shown. */
  readonly shown: string
  readonly theme: (typeof themes)[number]
  readonly language: LanguageTag
  readonly text: (typeof textSizes)[number]
}

export function stageOf(hash: string): Stage {
  const [shown = '', query = ''] = decodeURIComponent(hash.replace(/^#/, '')).split('?')
  const asked = new URLSearchParams(query)
  return {
    shown,
    theme: themes.find((one) => one === asked.get('theme')) ?? 'light',
    language: languageTags.find((one) => one === asked.get('language')) ?? 'en',
    text: textSizes.find((one) => one === asked.get('text')) ?? '100%',
  }
}

export function addressOf({ shown, ...how }: Stage): string {
  return `#${shown}?${new URLSearchParams(how).toString()}`
}
