import { languages } from '../../src-shared/i18n/languages.ts'
import { OURS, type ModuleShares } from '../build/module-shares.ts'

/** A file of a package. */
export interface PackedFile {
  /** As in the package, with slashes: `out/main/application.cjs`. */
  readonly name: string
  readonly bytes: number
}

/** What a package is made of, in the order of the table. */
export const parts = [
  'our code',
  'words in other languages',
  'npm packages in the bundles',
  'SQLite and its binding',
  'fonts',
  'pages compressed ahead',
  'compiled ahead',
  'style, pictures and the rest',
] as const
export type Part = (typeof parts)[number]

const namesInEnglish = new Intl.DisplayNames('en', { type: 'language' })
const others = languages.map(({ tag }) => tag).filter((tag) => tag !== 'en')
/** The words of another language are a file each, by its tag on the console and by its name at the kiosk. */
const translated = new RegExp(
  `/(?:${others.map((tag) => `${tag}|(?:kiosk|phone)-${namesInEnglish.of(tag)?.toLowerCase()}`).join('|')})-[\\w-]+\\.c?js$`,
)

/** @param sharesOf what a build noted of whose code its scripts are made */
export function bytesByPart(
  files: readonly PackedFile[],
  sharesOf: (build: string) => ModuleShares,
): ReadonlyMap<Part, number> {
  const bytes = new Map<Part, number>(parts.map((part) => [part, 0]))
  const add = (part: Part, more: number) => bytes.set(part, (bytes.get(part) ?? 0) + more)
  for (const file of files) {
    const whole = partOf(file.name)
    if (whole !== undefined) {
      add(whole, file.bytes)
      continue
    }
    const ours = ourShare(file.name, sharesOf)
    add('our code', file.bytes * ours)
    add('npm packages in the bundles', file.bytes * (1 - ours))
  }
  return bytes
}

/** The part that a file belongs to as a whole; undefined for a script, which may be made of several. */
function partOf(name: string): Part | undefined {
  if (name.includes('node_modules/better-sqlite3/')) return 'SQLite and its binding'
  if (/\.woff2?$|\/fonts\//.test(name)) return 'fonts'
  if (/\.(gz|br)$/.test(name)) return 'pages compressed ahead'
  if (name.endsWith('.compiled')) return 'compiled ahead'
  if (!/\.c?js$/.test(name)) return 'style, pictures and the rest'
  return translated.test(name) ? 'words in other languages' : undefined
}

/** How much of a script is ours, from 0 to 1: all of it where no package was noted. */
function ourShare(name: string, sharesOf: (build: string) => ModuleShares): number {
  const [, build, file] = /(?:^|\/)(?:out|lib)\/(main|server|worker|kiosk|renderer)\/(.*)$/.exec(name) ?? []
  if (build === undefined || file === undefined) return 1
  const owners = sharesOf(build)[file] ?? {}
  const all = Object.values(owners).reduce((sum, one) => sum + one, 0)
  return all === 0 ? 1 : (owners[OURS] ?? 0) / all
}
