import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadFontFile } from './print-fonts.ts'

/** Font files from one folder: `out/fonts`, beside the built programs, inside the desktop's archive too. */
export function fontFilesIn(folder: string): ReadFontFile {
  return (file) => readFile(join(folder, file))
}
