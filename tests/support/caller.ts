import type { ErrorCode } from '../../src-shared/errors/error-codes.ts'

/** What came back: problems are looked at by their code. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The problem's code, or undefined when the answer is no problem+json. */
  readonly code: ErrorCode | undefined
  json(): unknown
}

type HeaderList = Readonly<Record<string, string>>

/** Somebody who calls a listener over HTTP and keeps the cookies that it is given. */
export class Caller {
  readonly #base: string
  readonly #cookies = new Map<string, string>()

  /** @param base a listener's address, without a slash at the end */
  constructor(base: string) {
    this.#base = base
  }

  get base(): string {
    return this.#base
  }

  /** The Cookie header that a browser in this place would send; empty when it has been given none. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** The same visitor at another listener: cookies know no ports. */
  at(base: string): Caller {
    const other = new Caller(base)
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    return other
  }

  get(path: string, headers: HeaderList = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers)
  }

  post(path: string, body?: unknown, headers: HeaderList = {}): Promise<Answer> {
    return this.send('POST', path, body, headers)
  }

  delete(path: string, headers: HeaderList = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers)
  }

  /** @param body sent as JSON; a text is sent as it is */
  async send(method: string, path: string, body: unknown, headers: HeaderList = {}): Promise<Answer> {
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      code: problemCode(response, text),
      json: () => JSON.parse(text) as unknown,
    }
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function problemCode(response: Response, text: string): ErrorCode | undefined {
  if (response.headers.get('content-type') !== 'application/problem+json; charset=utf-8') return undefined
  const { status, code } = JSON.parse(text) as { status: number; code: ErrorCode }
  if (status !== response.status) throw new Error(`the problem says ${status}, the answer ${response.status}`)
  return code
}
