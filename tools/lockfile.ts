import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { fillGaps, gaps, type Gap, type Lockfile } from './lockfile/platform-packages.ts'
import { weakEntries } from './lockfile/weak-entries.ts'
import { projectRoot } from './places.ts'
import { say } from './terminal/progress.ts'

// `npm run lockfile` completes package-lock.json; with --check it only says what is missing, as `npm test` does.
const file = join(projectRoot, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
const missing = gaps(lock)
const weak = weakEntries(lock)

if (process.argv.includes('--check')) {
  if (missing.length > 0)
    fail('package-lock.json leaves out optional packages, so `npm ci` refuses it; run `npm run lockfile`', missing)
} else if (missing.length > 0) {
  const left = fillGaps(lock)
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`)
  say(`package-lock.json: ${missing.length - left.length} packages for other platforms added`)
  if (left.length > 0) fail('These are not plainly another platform’s binary; they need a person', left)
} else {
  say('package-lock.json is complete')
}

if (weak.length > 0) {
  say(`package-lock.json lets something else in than was looked at:\n  ${weak.join('\n  ')}`)
  process.exitCode = 1
}

function fail(what: string, which: Gap[]): void {
  say(`${what}:\n${which.map((gap) => `  ${gap.name}@${gap.version}, for ${gap.wantedBy}`).join('\n')}`)
  process.exitCode = 1
}
