import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Folders that hold nothing of ours, or nothing that is source. */
const notSource = new Set(['node_modules', 'out', 'dist', 'test-results', 'docs', 'reference'])

const sourceExtension = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/

/** Every source file below the root, as paths from it with `/` between folders; hidden and built folders are left out. */
export function sourceFiles(root: string): string[] {
  return filesBelow(root, root)
    .filter((path) => sourceExtension.test(path))
    .toSorted()
}

/** Every file below a folder, of any kind, as paths from the root. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return entry.name.startsWith('.') || notSource.has(entry.name) ? [] : filesBelow(root, path)
    }
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : []
  })
}
