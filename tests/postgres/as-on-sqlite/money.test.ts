import { onPostgres } from './on-postgres.ts'

await onPostgres(async () => {
  await import('../../integration/money/refunds.test.ts')
  await import('../../integration/money/late-money.test.ts')
  await import('../../integration/money/exit-payments.test.ts')
  await import('../../integration/money/receipts.test.ts')
  await import('../../integration/money/shifts.test.ts')
})
