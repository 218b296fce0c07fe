import type { Page } from '@playwright/test'
import type { TestServer } from '../support/test-server.ts'
import { expect } from './kiosk-test.ts'

type Json = Record<string, unknown>

/** Somebody at the counter, signed in by the staff listener. */
export class Counter {
  readonly #server: TestServer
  #cookie = ''
  constructor(server: TestServer) {
    this.#server = server
  }

  async signIn(): Promise<void> {
    const answer = await this.#send('POST', '/api/v1/session', this.#server.owner)
    this.#cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }

  /** Sends a request that must succeed. */
  async ask(method: string, path: string, body?: Json): Promise<Json> {
    const answer = await this.#send(method, path, body)
    const text = await answer.text()
    expect(answer.ok, `${method} ${path}: ${text}`).toBe(true)
    return text === '' ? {} : (JSON.parse(text) as Json)
  }

  /** Asks for a file that must be answered. */
  async file(path: string, body: Json): Promise<Uint8Array> {
    const answer = await this.#send('POST', path, body)
    expect(answer.status, `POST ${path}`).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }

  async #send(method: string, path: string, body?: Json): Promise<Response> {
    return fetch(this.#server.staffUrl + path, {
      method,
      headers: {
        origin: this.#server.staffUrl,
        cookie: this.#cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
}

/** The page as it stands now: whoever waits for the next look at the server does not wait 12 s. */
export async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}
