import * as v from 'valibot'
import { Role } from '../../src-shared/api/fields.ts'
import type { ApiTarget } from '../protocol/api-forward.ts'
import type { StaffCookieJar } from '../protocol/staff-cookie-jar.ts'
import { consoleOrigin } from './console-origin.ts'

const Answer = v.pipe(v.string(), v.parseJson(), v.object({ user: v.object({ role: Role }) }))

/** Asks the server who is signed in at this window: what a page says of itself decides nothing. Undefined while it is nobody, or locked. */
export async function roleHere(target: ApiTarget, jar: StaffCookieJar): Promise<Role | undefined> {
  const cookie = jar.header()
  if (cookie === undefined) return undefined
  const headers = { host: new URL(target.staffUrl).host, origin: consoleOrigin, cookie }
  const { status, body } = await target.handle({ method: 'GET', url: '/api/v1/session', headers, body: undefined })
  if (status !== 200) return undefined
  const parsed = v.safeParse(Answer, Buffer.from(body).toString('utf8'))
  return parsed.success ? parsed.output.user.role : undefined
}
