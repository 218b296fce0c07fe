/** A language that Kerbside speaks. */
export interface Language {
  /** BCP 47, as the site's settings, `<html lang>` and links have it. */
  readonly tag: string
  /** What its own readers call it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** What `Intl` writes numbers, money and dates by; digits are those of number plates, receipts and keypads. */
  readonly locale: string
  /** Whether it has the words of the console too, and not only those that customers read. */
  readonly staff: boolean
}

/**
 * All of them, the source first. A language is added here, and the type check then names the tables that load its words:
 * each page has its own, so that nobody loads what they do not read.
 */
export const languages = [
  { tag: 'en', name: 'English', direction: 'ltr', locale: 'en', staff: true },
  { tag: 'hi', name: 'हिन्दी', direction: 'ltr', locale: 'hi-IN', staff: true },
  { tag: 'ml', name: 'മലയാളം', direction: 'ltr', locale: 'ml-IN', staff: true },
  { tag: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-AE-u-nu-latn', staff: false },
] as const satisfies readonly Language[]

type Listed = (typeof languages)[number]
export type LanguageTag = Listed['tag']
/** A language that the console is to be had in. */
export type StaffLanguageTag = Extract<Listed, { staff: true }>['tag']

export const languageTags: readonly LanguageTag[] = languages.map(({ tag }) => tag)
export const staffLanguages = languages.filter((language) => language.staff)
export const staffLanguageTags = staffLanguages.map(({ tag }) => tag)

export function languageOf(tag: LanguageTag): Language {
  return languages.find((language) => language.tag === tag) ?? languages[0]
}

/**
 * The first of the wanted languages that is among those on offer, whatever country it is spoken in.
 * @param wanted BCP 47 tags, such as a browser's: `ml-IN`
 */
export function firstOf<Tag extends LanguageTag>(offered: readonly Tag[], wanted: readonly string[]): Tag | undefined {
  for (const tag of wanted) {
    const [language] = tag.toLowerCase().split('-')
    const found = offered.find((one) => one === language)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a language is written from right to left. @param language BCP 47 */
export function isRightToLeft(language: string): boolean {
  const tag = firstOf(languageTags, [language])
  return tag !== undefined && languageOf(tag).direction === 'rtl'
}
