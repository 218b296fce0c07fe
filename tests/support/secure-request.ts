import type { OutgoingHttpHeaders } from 'node:http'
import { request, type RequestOptions } from 'node:https'

export interface SecureAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Asks an encrypted listener, and trusts nobody but the authority that it is given. */
export function secureRequest(
  url: string,
  {
    body,
    ...options
  }: Omit<RequestOptions, 'headers'> & {
    readonly ca: string
    readonly headers?: OutgoingHttpHeaders
    readonly body?: unknown
  },
): Promise<SecureAnswer> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers }
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, ...options, headers }, (answer) => {
      let received = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (received += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received }))
    })
    asked.on('error', reject)
    asked.end(text)
  })
}

/** A certificate as text, from its bytes. */
export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
