import { expect, it } from 'vitest'
import type { AxeLook } from '../../../tools/axe/look.ts'
import { axeTable } from '../../../tools/axe/totals.ts'

const look = (more: Partial<AxeLook>): AxeLook => ({
  page: 'kiosk',
  where: 'plate',
  colours: 'light',
  language: 'en',
  width: 800,
  height: 1280,
  isTextLarge: false,
  findings: 0,
  ...more,
})

it('counts looks by page and by how it was shown, and what they found', () => {
  const table = axeTable([
    look({}),
    look({ colours: 'dark' }),
    look({ where: 'booked', colours: 'high contrast', isTextLarge: true, width: 600, findings: 2 }),
    look({ page: 'console', language: 'ml' }),
  ])
  expect(table[0]).toEqual([
    ...['page', 'states', 'light', 'dark', 'high contrast', 'text twice as large', 'not in English', 'sizes', 'looks'],
    'findings',
  ])
  expect(table.find(([page]) => page === 'kiosk')).toEqual(['kiosk', 2, 1, 1, 1, 1, 0, 2, 3, 2])
  expect(table.find(([page]) => page === 'console')).toEqual(['console', 1, 1, 0, 0, 0, 1, 1, 1, 0])
  expect(table.at(-1)).toEqual(['together', 3, 2, 1, 1, 1, 1, 2, 4, 2])
})
