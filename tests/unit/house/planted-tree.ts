import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The repository whose real configuration the planted files are held against. */
export const repository = resolve(import.meta.dirname, '../../..')

/** Runs an examination in a throw-away folder with these files in it; `files` maps a path to its text. */
export async function inPlantedTree<T>(
  files: Readonly<Record<string, string>>,
  examine: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'kerbside-planted-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return await examine(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
