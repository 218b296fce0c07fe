import { request, type Agent } from 'node:https'
import { PARK } from '../support/nginx.ts'

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** Somebody who asks by nginx. What is not answered within ten seconds counts as lost. */
export function asker(url: string, agent: Agent): Ask {
  return (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const all = { ...headers, host: PARK, ...(text && { 'content-type': 'application/json' }) }
      const asked = request(new URL(path, url), { method, agent, headers: all, timeout: 10_000 }, (answer) => {
        let said = ''
        answer.on('data', (chunk: Buffer) => (said += chunk.toString()))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: parsed(said) }))
      })
      asked.on('timeout', () => asked.destroy(Object.assign(new Error('no answer'), { code: 'no answer' })))
      asked.on('error', reject)
      asked.end(text)
    })
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
