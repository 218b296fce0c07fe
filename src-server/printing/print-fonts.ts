import { tolerateNullAnchors } from './null-anchors.ts'
import { unpackWoff } from './woff.ts'

/** The families that are tried for a character, in this order; each is there in a regular and a bold weight. */
const families = [
  { package: '@fontsource/noto-sans', subset: 'noto-sans-latin' },
  { package: '@fontsource/noto-sans', subset: 'noto-sans-latin-ext' },
  { package: '@fontsource/noto-sans', subset: 'noto-sans-vietnamese' },
  { package: '@fontsource/noto-sans', subset: 'noto-sans-greek' },
  { package: '@fontsource/noto-sans', subset: 'noto-sans-cyrillic' },
  { package: '@fontsource/noto-sans', subset: 'noto-sans-devanagari' },
  { package: '@fontsource/noto-sans-malayalam', subset: 'noto-sans-malayalam-malayalam' },
  { package: '@fontsource/noto-sans-arabic', subset: 'noto-sans-arabic-arabic' },
] as const

const fileOf = (subset: string, weight: 400 | 700) => `${subset}-${weight}-normal.woff`

/** Which files a font folder holds, and the packages they come from: a build copies them, so that print finds them. */
export const fontFiles = families.flatMap(({ package: from, subset }) => [
  { package: from, file: fileOf(subset, 400) },
  { package: from, file: fileOf(subset, 700) },
])

export interface PrintFont {
  readonly name: string
  /** The font files, unpacked. */
  readonly regular: Buffer
  readonly bold: Buffer
  /** Whether the font has a glyph for this code point. */
  covers(codePoint: number): boolean
}

/** Reads one of `fontFiles` by its name. @throws when it is not there */
export type ReadFontFile = (file: string) => Promise<Uint8Array>

/** Loads all fonts of print, in the order in which they are tried. */
export async function loadPrintFonts(read: ReadFontFile): Promise<readonly PrintFont[]> {
  const { create } = await import('fontkit')
  return Promise.all(
    families.map(async ({ subset }) => {
      const files = await Promise.all([read(fileOf(subset, 400)), read(fileOf(subset, 700))])
      const [regular, bold] = files.map(unpackWoff) as [Buffer, Buffer]
      const font = create(regular)
      if (!('characterSet' in font)) throw new TypeError(`${subset} is a collection, not one font`)
      tolerateNullAnchors(font)
      const characters = new Set(font.characterSet)
      return { name: subset, regular, bold, covers: (codePoint) => characters.has(codePoint) }
    }),
  )
}
