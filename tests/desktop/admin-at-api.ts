/** The demo's admin, at the staff listener by program: what is not about the screens need not be clicked. */
export interface AdminAtApi {
  readonly sessionToken: string
  /** @returns the status, and what the answer's JSON says */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>
}

export const ADMIN = { username: 'admin', password: 'harbour-admin', pin: '2468' } as const

export async function adminAtApi(staffUrl: string): Promise<AdminAtApi> {
  const { username, password } = ADMIN
  const session = await fetch(`${staffUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const sessionToken = /kerbside_staff=([^;]+)/.exec(session.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return {
    sessionToken,
    async call(method, path, body) {
      const answer = await fetch(staffUrl + path, {
        method,
        headers: {
          cookie: `kerbside_staff=${sessionToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
    },
  }
}
