import type { OpeningHours } from '../api/site-schemas.ts'

const hours = { parking: { opens: '06:00', closes: '23:00' }, wash: { opens: '09:00', closes: '21:00' } } as const

/** What a site begins with unless somebody says something else: each day alike. */
export function defaultHours(): OpeningHours[] {
  return (['parking', 'wash'] as const).flatMap((kind) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ kind, weekday, ...hours[kind] })),
  )
}
