import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files.ts'

const product = /^(src-[^/]+|kiosk)\//
const catalogue = /^src-shared\/i18n\/messages\//

/** A text that could be a key, and a template that could become one. */
const plain = /['"`]([\w.-]+)['"`]/g
const template = /`([a-z]\w*\.(?:[\w.-]|\$\{[^`{}]*\})*)`/gi
const hole = /\$\{[^{}]*\}/

/**
 * The messages that no file of the product speaks of. A key counts as used where it stands as a text, or where a template
 * could become it: `kiosk.bayClass.${bayClass}`. The type check has proved already that each such template is a key.
 * @param declared keys whose beginning is put together when the program runs
 */
export function unusedMessages(root: string, keys: readonly string[], declared: readonly RegExp[] = []): string[] {
  const said = new Set<string>()
  const made = new Set<string>()
  for (const file of sourceFiles(root).filter((path) => product.test(path) && !catalogue.test(path))) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, key = ''] of text.matchAll(plain)) said.add(key)
    for (const [, parts = ''] of text.matchAll(template)) if (hole.test(parts)) made.add(parts)
  }
  const likely = [...declared, ...[...made].map(keyPattern)]
  return keys.filter((key) => !said.has(key) && !likely.some((pattern) => pattern.test(key)))
}

function keyPattern(parts: string): RegExp {
  const fixed = parts.split(hole).map((part) => part.replaceAll('.', String.raw`\.`))
  return new RegExp(`^${fixed.join(String.raw`[\w.-]+`)}$`)
}
