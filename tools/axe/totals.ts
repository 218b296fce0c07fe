import type { AxeLook } from './look.ts'
import type { Cells } from '../docs/written-table.ts'

const pages = ['kiosk', 'phone', 'console', 'components', 'documentation'] as const
const colours = ['light', 'dark', 'high contrast'] as const

/** Looks by axe, counted by page and by how it was shown; the last column is what was found. */
export function axeTable(looks: readonly AxeLook[]): Cells {
  const head = ['page', 'states', ...colours, 'text twice as large', 'not in English', 'sizes', 'looks', 'findings']
  const row = (name: string, of: readonly AxeLook[]) => [
    name,
    distinct(of, ({ page, where }) => `${page} ${where}`),
    ...colours.map((colour) => of.filter((look) => look.colours === colour).length),
    of.filter(({ isTextLarge }) => isTextLarge).length,
    of.filter(({ language }) => !language.startsWith('en')).length,
    distinct(of, ({ width, height }) => `${width} ${height}`),
    of.length,
    of.reduce((sum, { findings }) => sum + findings, 0),
  ]
  const rows = pages.map((page) =>
    row(
      page,
      looks.filter((look) => look.page === page),
    ),
  )
  return [head, ...rows, row('together', looks)]
}

function distinct(looks: readonly AxeLook[], by: (look: AxeLook) => string): number {
  return new Set(looks.map(by)).size
}
