import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ourFiles } from './source-files.ts'

/** The brand: every colour, length and time that is said more than once has its name here. */
const BRAND = 'src-shared/ui/tokens.css'

/** What is never said raw in a style sheet, wherever it stands. */
const colour =
  /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?<![\w-])(white|black|red|green|blue|yellow|orange|gr[ae]y|silver|maroon|navy|olive|purple|teal|aqua|lime|fuchsia)(?![\w-])/gi
const time = /(?<![\w.-])(?!0m?s)\d*\.?\d+m?s\b/g
const size = /(?<![\w.-])-?\d*\.?\d+(px|rem)?(?![\w.%])/g

/** Which names stand for a property's sizes: a size that one of them gives is said by name. */
const families: readonly (readonly [property: RegExp, names: RegExp])[] = [
  [/^border(-[a-z]+)*-radius$/, /^--radius-/],
  [/^border(-(block|inline)(-(start|end))?)?(-width)?$/, /^--line-/],
  [/^font-size$/, /^--text-/],
  [/^font-weight$/, /^--weight-/],
  [/^line-height$/, /^--leading-/],
  [
    /^((padding|margin|inset)(-[a-z]+)*|(row-|column-)?gap|((min|max)-)?(block|inline)-size|((min|max)-)?(width|height))$/,
    /^--space-/,
  ],
]

interface Declaration {
  readonly property: string
  readonly value: string
  readonly line: number
}

/** Where a style sheet of the pages says by itself what the brand has a name for, as `file:line what`. */
export function findRawValues(root: string): string[] {
  const names = declarationsOf(readFileSync(join(root, BRAND), 'utf8')).filter(({ property }) =>
    property.startsWith('--'),
  )
  return ourFiles(root)
    .filter((file) => /^(kiosk|src-renderer|src-shared)\/.*\.css$/.test(file) && file !== BRAND)
    .flatMap((file) =>
      declarationsOf(readFileSync(join(root, file), 'utf8')).flatMap((declaration) =>
        rawIn(declaration, names).map((what) => `${file}:${declaration.line} ${what}`),
      ),
    )
}

function rawIn({ property, value }: Declaration, names: readonly Declaration[]): string[] {
  const unnamed = [...value.matchAll(colour), ...value.matchAll(time)].map(([raw]) => `${property}: ${raw}`)
  const family = families.find(([properties]) => properties.test(property))?.[1]
  if (family === undefined) return unnamed
  const named = [...value.matchAll(size)].flatMap(([raw]) => {
    const token = names.find((one) => family.test(one.property) && one.value === raw.replace('-', ''))
    return token === undefined ? [] : [`${property}: ${raw} is ${token.property}`]
  })
  return [...unnamed, ...named]
}

/** What a style sheet says, rule after rule; of typefaces, whose descriptors are no properties, nothing. */
function declarationsOf(css: string): Declaration[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\/|@font-face\s*\{[^}]*\}|url\([^)]*\)/g, blank)
  return [...text.matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(({ 1: property = '', 2: value = '', index }) => ({
    property,
    value: value.trim(),
    line: text.slice(0, index).split('\n').length,
  }))
}

/** As many lines, and nothing on them. */
function blank(passage: string): string {
  return passage.replaceAll(/[^\n]/g, ' ')
}
