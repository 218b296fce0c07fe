import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Folders that hold what others made, or what a tool made of ours. */
const notOurs = new Set(['node_modules', 'out', 'dist', 'test-results', '.git', '.cache', '.kerbside'])

/** Folders of ours without source in them. */
const notSource = new Set(['docs', 'reference', '.ci', '.github'])

const sourceExtension = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/

/** Every file of ours below the root, as paths from it with `/` between folders. */
export function ourFiles(root: string): string[] {
  return filesBelow(root, root).toSorted()
}

/** The files of ours that hold TypeScript or JavaScript, configuration in dot files aside. */
export function sourceFiles(root: string): string[] {
  return ourFiles(root).filter((path) => {
    const [first = ''] = path.split('/')
    return sourceExtension.test(path) && !notSource.has(first) && !first.startsWith('.')
  })
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(root, path)
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : []
  })
}
