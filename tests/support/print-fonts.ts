import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fontFiles, type ReadFontFile } from '../../src-server/printing/print-fonts.ts'
import { projectRoot } from '../../tools/places.ts'

/** Fonts straight from their packages, so that a test needs no build. */
export const readFont: ReadFontFile = (file) => {
  const from = fontFiles.find((one) => one.file === file)?.package ?? ''
  return readFile(join(projectRoot, 'node_modules', from, 'files', file))
}
