import type { LanguageTag } from './languages.ts'
import type { Messages } from './translate.ts'

/**
 * How a page comes by the words of each language but English, which it has from the start. Each loads by `import()`, so
 * that a bundle has a file for each language and nobody loads what they do not read.
 */
export type Catalogues<Tag extends LanguageTag = LanguageTag> = Readonly<
  Record<Exclude<Tag, 'en'>, () => Promise<Messages>>
>
