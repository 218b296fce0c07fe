import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ourFiles } from './source-files.ts'

/** Left and right as CSS says them; what is meant is start and end, which follow the way one reads. */
const sides = new RegExp(
  [
    String.raw`(?<![\w-])(left|right)\s*:`,
    String.raw`(?<![\w-])(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b`,
    String.raw`(?<![\w-])border-(top|bottom)-(left|right)-radius\b`,
    String.raw`(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b`,
  ].join('|'),
  'g',
)

/** Where a style sheet of the pages says left or right, as `file:line what`. */
export function findSides(root: string): string[] {
  return ourFiles(root)
    .filter((file) => /^(kiosk|src-renderer|src-shared)\/.*\.css$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, blank)
      return [...text.matchAll(sides)].map(
        ({ 0: what, index }) => `${file}:${text.slice(0, index).split('\n').length} ${what.trim()}`,
      )
    })
}

/** As many lines, and nothing on them. */
function blank(comment: string): string {
  return comment.replaceAll(/[^\n]/g, ' ')
}
