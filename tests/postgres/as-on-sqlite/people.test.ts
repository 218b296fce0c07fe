import { onPostgres } from './on-postgres.ts'

await onPostgres(async () => {
  await import('../../integration/help-calls.test.ts')
  await import('../../integration/session-lock.test.ts')
  await import('../../integration/sessions.test.ts')
  await import('../../integration/somebody-elses.test.ts')
  await import('../../integration/pairing.test.ts')
  await import('../../integration/notification-socket.test.ts')
})
