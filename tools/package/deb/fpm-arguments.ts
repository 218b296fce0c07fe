/** A deb that is to be made, as the arguments of `fpm -s dir -t deb` say. */
export interface DebOrder {
  /** Where the deb goes. */
  readonly package: string
  readonly name: string
  readonly version: string
  readonly architecture: string
  readonly maintainer: string
  readonly description: string
  readonly homepage: string
  readonly section: string
  readonly priority: string
  readonly depends: readonly string[]
  readonly recommends: readonly string[]
  /** As `dpkg-deb -Z` takes it. */
  readonly compression: string
  /** Maintainer scripts by their names in the deb. */
  readonly scripts: Readonly<Record<string, string>>
  /** A file, or a folder with a slash at its end, whose content goes there. */
  readonly files: readonly { readonly from: string; readonly to: string }[]
}

/** Options that take a value and that a deb is made of; what is told to rpm alone, or to fpm itself, is let fall. */
const taken = [
  '-d',
  '--deb-recommends',
  '--deb-compression',
  '--deb-priority',
  '--architecture',
  '--after-install',
  '--after-remove',
  '--description',
  '--version',
  '--package',
  '--name',
  '--maintainer',
  '--url',
  '--category',
] as const
const letFall = new Set(['-s', '-t', '--vendor', '--license', '--log'])
const flags = new Set(['--force', '--debug'])

/** @throws Error at an option that it does not know: a deb without what somebody asked for would be another one */
export function readFpmArguments(args: readonly string[]): DebOrder {
  const values = new Map<string, string[]>()
  const files: { from: string; to: string }[] = []
  const words = [...args]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (flags.has(word)) continue
    if (word.startsWith('-')) {
      if (!(taken as readonly string[]).includes(word) && !letFall.has(word))
        throw new Error(`fpm's ${word} is not known here`)
      const value = words.shift()
      if (value === undefined) throw new Error(`fpm's ${word} takes a value`)
      values.set(word, [...(values.get(word) ?? []), value])
    } else {
      files.push(fileOf(word))
    }
  }
  const all = (name: (typeof taken)[number]) => values.get(name) ?? []
  const one = (name: (typeof taken)[number]) => {
    const value = all(name).at(-1)
    if (value === undefined) throw new Error(`fpm was not given ${name}`)
    return value
  }
  return {
    package: one('--package'),
    name: one('--name'),
    version: one('--version'),
    architecture: one('--architecture'),
    maintainer: one('--maintainer'),
    description: one('--description'),
    homepage: one('--url'),
    section: one('--category'),
    priority: one('--deb-priority'),
    depends: all('-d'),
    recommends: all('--deb-recommends'),
    compression: one('--deb-compression') === 'gz' ? 'gzip' : one('--deb-compression'),
    scripts: { postinst: one('--after-install'), postrm: one('--after-remove') },
    files,
  }
}

/** `from=to`, of which the first may be an absolute path. */
function fileOf(word: string): { from: string; to: string } {
  const equals = word.indexOf('=')
  if (equals < 1 || word[equals + 1] !== '/') throw new Error(`"${word}" is no file and place`)
  return { from: word.slice(0, equals), to: word.slice(equals + 1) }
}

type Fields = Omit<DebOrder, 'files' | 'scripts'>

/** The control file (Debian Policy, chapter 5). @param kilobytes what it takes when it is installed */
export function controlFile(fields: Fields, kilobytes: number): string {
  const lists = { Depends: fields.depends, Recommends: fields.recommends }
  const rows = [
    `Package: ${fields.name}`,
    `Version: ${fields.version}`,
    `Section: ${fields.section}`,
    `Priority: ${fields.priority}`,
    `Architecture: ${fields.architecture}`,
    ...Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [`${name}: ${list.join(', ')}`])),
    `Installed-Size: ${kilobytes}`,
    `Maintainer: ${fields.maintainer}`,
    `Homepage: ${fields.homepage}`,
    `Description: ${descriptionOf(fields.description)}`,
  ]
  return `${rows.join('\n')}\n`
}

/** The first line is the synopsis; those after it begin with a space, and an empty one is a dot. */
function descriptionOf(text: string): string {
  const [synopsis = '', ...lines] = text.split('\n').map((line) => line.trim())
  return [synopsis, ...lines.map((line) => ` ${line === '' ? '.' : line}`)].join('\n')
}
