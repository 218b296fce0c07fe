import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { projectRoot } from '../places.ts'

/** Cells of a table, its head first. */
export type Cells = readonly (readonly (string | number)[])[]

/**
 * Writes a table into a page of `docs/`, between two comments that name the program which wrote it; figures stand right.
 * @param page below `docs/`
 * @throws Error where the page has no such place
 */
export async function writeTable(page: string, program: string, cells: Cells): Promise<void> {
  const file = join(projectRoot, 'docs', page)
  const written = putTable(readFileSync(file, 'utf8'), program, cells)
  writeFileSync(file, await format(written, { ...(await resolveConfig(file)), parser: 'markdown' }))
}

/** The page's text with the table in its place. */
export function putTable(text: string, program: string, cells: Cells): string {
  const [begin, end] = [`<!-- written by: ${program} -->`, '<!-- end -->']
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from === -1 || to === -1) throw new Error(`The page has no place for the table of ${program}: ${begin} … ${end}`)
  const [head = [], ...rows] = cells
  const isFigure = head.map((_, column) => column > 0 && rows.every((row) => /^[\d–-]/.test(String(row[column]))))
  const lines = [head, isFigure.map((right) => (right ? '---:' : '---')), ...rows]
  const table = lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
  return `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`
}
