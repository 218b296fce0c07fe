import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ourFiles } from './source-files.ts'

/** Text that may stand in no file of some kind, whatever the syntax around it. */
export interface Ban {
  readonly name: string
  readonly advice: string
  /** The files that are searched, as paths from the repository's root. */
  readonly files: RegExp
  readonly text: RegExp
}

const product = /^(src-[^/]+|kiosk)\//
const binary = /\.(png|jpg|ico|icns|woff2?|ttf|db|sqlite|gz|zip)$/

/** SQLite's date functions mean this moment when their time value is 'now', and also when it is left out. */
const sqlClock = [
  String.raw`\bCURRENT_(TIMESTAMP|DATE|TIME)\b`,
  String.raw`\b(date|time|datetime|julianday|unixepoch|timediff)\s*\([^()]*['"\u0060]now['"\u0060]`,
  String.raw`\bstrftime\s*\([^()]*['"\u0060]now['"\u0060]`,
  String.raw`\bstrftime\s*\(\s*(?<quote>['"])[^'"]*\k<quote>\s*\)`,
  String.raw`(?<![.\w])(datetime|julianday|unixepoch)\s*\(\s*\)`,
].join('|')

const aPathStarts = String.raw`(?<![\w.~)}*\]-])`
const registries = ['npmjs', 'yarnpkg', 'npmmirror', 'verdaccio', 'artifactory'].join('|')

export const bans: readonly Ban[] = [
  {
    name: 'sql-clock',
    advice: 'SQL reads no clock: bind the business time as a parameter.',
    files: product,
    text: new RegExp(sqlClock, 'i'),
  },
  {
    name: 'time-rule-disabled',
    advice: 'A file that needs the real clock, timers or chance is a wrapper, named in .oxlintrc.json.',
    files: product,
    text: /(oxlint|eslint)-disable[^\n]*house\//,
  },
  {
    name: 'open-external',
    advice: 'Kerbside hands no address to the system’s other programs: a page could choose which (docs/security.md).',
    files: product,
    text: /\bopenExternal\b/,
  },
  {
    name: 'machine-path',
    advice: 'That folder exists on one machine only: find it from import.meta.dirname or a setting.',
    files: /./,
    text: new RegExp(String.raw`${aPathStarts}/(work|root)/[\w.]`),
  },
  {
    name: 'home-path',
    advice: 'That is somebody’s home: find it with os.homedir() or a setting. A test may invent one.',
    files: /^(?!tests\/)/,
    text: new RegExp(String.raw`${aPathStarts}/(home|Users)/[\w.]|\b[A-Z]:\\+Users\\`),
  },
  {
    name: 'registry-host',
    advice: 'Which registry serves is the machine’s own setting; the repository names none.',
    files: /./,
    text: new RegExp(String.raw`\b(${registries})\.(org|com|net|io)\b|^\s*registry\s*=`, 'im'),
  },
  {
    name: 'lockfile-address',
    advice: 'Keep omit-lockfile-registry-resolved=true of .npmrc when writing the lockfile.',
    files: /(^|\/)package-lock\.json$/,
    text: /"resolved"\s*:/,
  },
]

/** Where banned text stands in the files below the root, as `file:line name`. */
export function findBannedText(root: string): string[] {
  const files = ourFiles(root).filter((file) => !binary.test(file))
  return files.flatMap((file) => {
    const relevant = bans.filter((ban) => ban.files.test(file))
    const text = relevant.length === 0 ? '' : readFileSync(join(root, file), 'utf8')
    return relevant.flatMap((ban) => {
      const found = ban.text.exec(text)
      return found ? [`${file}:${text.slice(0, found.index).split('\n').length} ${ban.name}`] : []
    })
  })
}
