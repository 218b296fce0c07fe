import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'

/** Licences under which a package may be shipped with Kerbside: they ask for a notice and nothing more. */
const accepted = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
])

const font = { licence: 'OFL-1.1', reason: 'A font: it may be bundled with any program, and is not sold by itself.' }

/** Packages shipped under another licence, and why that is right. */
const exceptions: Readonly<Record<string, { licence: string | undefined; reason: string }>> = {
  '@fontsource-variable/atkinson-hyperlegible-next': font,
  '@fontsource/noto-sans': font,
  '@fontsource/noto-sans-arabic': font,
  '@fontsource/noto-sans-malayalam': font,
  argparse: {
    licence: 'Python-2.0',
    reason: 'The PSF licence, which asks for its notice alone; js-yaml of electron-updater brings it.',
  },
  'png-js': { licence: undefined, reason: 'Its LICENSE file is MIT; its package.json does not say so.' },
}

const Names = v.optional(v.record(v.string(), v.unknown()), {})

const Manifest = v.object({
  name: v.optional(v.string(), ''),
  license: v.optional(v.unknown()),
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names,
  peerDependencies: Names,
  peerDependenciesMeta: v.optional(v.record(v.string(), v.object({ optional: v.optional(v.boolean()) })), {}),
})

interface Package {
  readonly folder: string
  readonly manifest: v.InferOutput<typeof Manifest>
}

/** What is wrong with the licences of all that is shipped, and with the list of direct dependencies; empty when nothing. */
export function checkLicences(root: string): { problems: string[]; packages: number } {
  const { packages, missing } = shippedPackages(root)
  const refused = packages.filter(({ manifest }) => !isAccepted(manifest.name, manifest.license))
  const problems = [
    ...missing.map((name) => `${name} is not installed, so its licence cannot be read: run npm ci`),
    ...refused.map(({ manifest }) => refusal(manifest.name, manifest.license)),
    ...undocumented(root),
  ]
  return { problems, packages: packages.length }
}

/** Everything that package.json's `dependencies` bring along, found the way Node finds it. */
function shippedPackages(root: string): { packages: Package[]; missing: string[] } {
  const found = new Map<string, Package>()
  const missing: string[] = []
  const queue: Package[] = [{ folder: root, manifest: readManifest(root) }]
  for (const { folder, manifest } of queue) {
    for (const [name, optional] of needsOf(manifest)) {
      const home = findPackage(name, folder)
      if (home === undefined && !optional) missing.push(name)
      if (home === undefined || found.has(home)) continue
      const next = { folder: home, manifest: readManifest(home) }
      found.set(home, next)
      queue.push(next)
    }
  }
  return { packages: [...found.values()], missing: [...new Set(missing)] }
}

/** Names that a package needs, and whether it can do without. */
function needsOf(manifest: Package['manifest']): [name: string, optional: boolean][] {
  const optionalPeer = (name: string) => manifest.peerDependenciesMeta[name]?.optional === true
  const peers = Object.keys(manifest.peerDependencies).filter((name) => !optionalPeer(name))
  const optional = Object.keys(manifest.optionalDependencies)
  const required = [...Object.keys(manifest.dependencies), ...peers].filter((name) => !optional.includes(name))
  return [
    ...required.map((name): [string, boolean] => [name, false]),
    ...optional.map((name): [string, boolean] => [name, true]),
  ]
}

function findPackage(name: string, from: string): string | undefined {
  const home = join(from, 'node_modules', name)
  if (existsSync(join(home, 'package.json'))) return home
  const above = dirname(from)
  return above === from ? undefined : findPackage(name, above)
}

function readManifest(folder: string): Package['manifest'] {
  return v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
}

/** Whether one may ship under this SPDX expression. One that mixes AND with OR needs a person, and an exception. */
function isAccepted(name: string, licence: unknown): boolean {
  const exception = exceptions[name]
  if (exception !== undefined && exception.licence === licence) return true
  if (typeof licence !== 'string') return false
  const bare = licence.replaceAll(/[()]/g, '')
  const alternatives = bare.split(' OR ')
  if (alternatives.length > 1 && bare.includes(' AND ')) return false
  return alternatives.some((alternative) => alternative.split(' AND ').every((one) => accepted.has(one.trim())))
}

function refusal(name: string, licence: unknown): string {
  const words = licence === undefined ? 'no licence' : `the licence ${JSON.stringify(licence)}`
  return `${name} has ${words}: replace it, or give it a row with a reason in \`exceptions\` of tools/check/licences.ts`
}

/** Direct dependencies without a row in docs/dependencies.md, and rows without a dependency. */
function undocumented(root: string): string[] {
  const page = join(root, 'docs/dependencies.md')
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const rows = new Set([...text.matchAll(/^\| `([^`]+)` +\|/gm)].map((match) => match[1] ?? ''))
  const { dependencies, devDependencies } = readManifest(root)
  const direct = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)])
  return [
    ...[...direct]
      .filter((name) => !rows.has(name))
      .map((name) => `${name} has no row in docs/dependencies.md: say in a line what it is for`),
    ...[...rows]
      .filter((name) => !direct.has(name))
      .map((name) => `${name} has a row in docs/dependencies.md and is no dependency: remove the row`),
  ]
}

if (import.meta.main) {
  const { problems, packages } = checkLicences(process.cwd())
  for (const problem of problems) console.error(problem)
  const verdict =
    problems.length === 0 ? 'all accepted, every direct dependency documented' : `${problems.length} problems`
  console.log(`licences: ${packages} shipped packages, ${verdict}`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
