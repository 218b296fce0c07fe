import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { projectRoot } from '../places.ts'

/**
 * What the changelog says of a version: what stands under its heading, without it.
 * @throws Error when it says nothing: users of the version before are shown it
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## )/m)
  const section = sections.find((one) => one.split('\n')[0]?.split(' ')[1] === version)
  const notes = section?.split('\n').slice(1).join('\n').trim() ?? ''
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of version ${version}`)
  return notes
}

/** Writes the notes of this version where electron-builder finds them. @returns its arguments */
export function releaseNotesArguments(): readonly string[] {
  const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
  const { version } = JSON.parse(read('package.json')) as { version: string }
  const file = 'out/release-notes.md'
  mkdirSync(dirname(join(projectRoot, file)), { recursive: true })
  writeFileSync(join(projectRoot, file), `${notesOf(read('CHANGELOG.md'), version)}\n`)
  return [`-c.releaseInfo.releaseNotesFile=${file}`]
}
