import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kindWords } from '../../../src-renderer/audit/event-words.ts'
import { auditKinds } from '../../../src-shared/api/audit-kinds.ts'
import { bookingStates } from '../../../src-shared/booking/booking-states.ts'
import { english } from '../../../src-shared/i18n/messages/en/index.ts'
import { createTranslator } from '../../../src-shared/i18n/translate.ts'
import { washJobStates } from '../../../src-shared/wash/wash-job-states.ts'
import { repository } from './planted-tree.ts'

const server = join(repository, 'src-server')
const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** What the server writes down by its whole name. */
const written = files.flatMap((file) =>
  [...readFileSync(join(server, file), 'utf8').matchAll(/\bkind: '([a-z_]+\.[a-z_]+)'/g)].map(([, kind]) => kind!),
)

it('every kind of line of the audit trail can be told in words', () => {
  expect(written.length).toBeGreaterThan(30)
  const states = [...bookingStates.map((state) => `booking.${state}`), ...washJobStates.map((to) => `wash_job.${to}`)]
  const known: readonly string[] = auditKinds
  expect([...new Set([...written, ...states])].filter((kind) => !known.includes(kind))).toEqual([])
})

it('a kind of another version is told as the trail has it', () => {
  const t = createTranslator('en', english)
  expect(kindWords('payment.recorded', t)).toBe('Payment recorded')
  expect(kindWords('robot.waved', t)).toBe('Robot waved')
})
