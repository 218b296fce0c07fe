import { onPostgres } from './on-postgres.ts'

await onPostgres(async () => {
  await import('../../integration/parking/cars-in.test.ts')
  await import('../../integration/parking/cars-out.test.ts')
  await import('../../integration/parking/deadlines.test.ts')
  await import('../../integration/parking/the-lot.test.ts')
  await import('../../integration/parking/undo-check-in.test.ts')
})
