import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectCache, projectRoot } from '../places.ts'
import type { Output } from './outputs.ts'

/** Whether an output is what its inputs, as they are now, would give. By content, not by date: a checkout changes dates. */
export function isFresh(output: Output): boolean {
  if (!output.makes.every((path) => existsSync(join(projectRoot, path)))) return false
  const stamp = stampFile(output)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(output)
}

/** Remembers that an output was built from inputs of this fingerprint (taken before the build, so that an edit during it counts). */
export function markFresh(output: Output, builtFrom: string): void {
  mkdirSync(join(projectCache, 'build'), { recursive: true })
  writeFileSync(stampFile(output), builtFrom)
}

/** One hash over the names and contents of all an output's inputs. */
export function fingerprint(output: Output): string {
  const hash = createHash('sha256')
  for (const input of output.inputs) {
    for (const file of filesUnder(input)) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(projectRoot, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  const full = join(projectRoot, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .toSorted()
}

function stampFile(output: Output): string {
  return join(projectCache, 'build', `${output.name}.sha256`)
}
