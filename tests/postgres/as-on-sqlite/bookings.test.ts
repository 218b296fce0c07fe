import { onPostgres } from './on-postgres.ts'

await onPostgres(async () => {
  await import('../../integration/booking-expiry.test.ts')
  await import('../../integration/booking-life.test.ts')
  await import('../../integration/booking-race.test.ts')
  await import('../../integration/booking-refusals.test.ts')
})
