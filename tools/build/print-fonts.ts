import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { fontFiles } from '../../src-server/printing/print-fonts.ts'
import { projectRoot } from '../places.ts'

/** Where the fonts of printed documents lie once built, from the project's root. */
export const printFontFolder = 'out/fonts'

/** Lays the fonts of printed documents out of their packages into one folder, from where every built program reads them. */
export function copyPrintFonts(): void {
  const to = join(projectRoot, printFontFolder)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const { package: from, file } of fontFiles) {
    copyFileSync(join(projectRoot, 'node_modules', from, 'files', file), join(to, file))
  }
  for (const from of new Set(fontFiles.map((font) => font.package))) {
    copyFileSync(
      join(projectRoot, 'node_modules', from, 'LICENSE'),
      join(to, `${from.replace('@fontsource/', '')}-LICENSE`),
    )
  }
}
