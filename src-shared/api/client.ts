import * as v from 'valibot'
import { Problem } from './problem.ts'
import type { FileAnswer, RequestOf, ResponseOf, RouteKey, RouteSpec, RouteTable } from './route.ts'

/** The part of `fetch` that the client needs, so that it runs in a page, in Electron and in a test alike. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; credentials: 'same-origin' },
) => Promise<{
  status: number
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
  headers: { get(name: string): string | null }
}>

/** A refusal by the server, or no answer at all (`problem` is then undefined). */
export class ApiError extends Error {
  readonly problem: Problem | undefined
  constructor(message: string, problem?: Problem) {
    super(message)
    this.name = 'ApiError'
    this.problem = problem
  }
}

interface AnyRequest {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
  headers?: Record<string, string | undefined>
}

type Keys<T> = Extract<keyof T, RouteKey>
type Call<R extends RouteSpec> = keyof RequestOf<R> extends never ? [] : [request: RequestOf<R>]

export interface ApiClient<T extends RouteTable> {
  /**
   * Calls a route by its key.
   * @throws ApiError with the server's problem when it refuses, without one when it cannot be reached or makes no sense
   */
  call<K extends Keys<T>>(key: K, ...request: Call<T[K]>): Promise<ResponseOf<T[K]>>
  /** The same on behalf of whoever holds a booking's manage token. */
  withToken(token: string): ApiClient<T>
}

/** Makes a typed client for a route table. @param baseUrl where the API lives, without a slash at the end */
export function createApiClient<T extends RouteTable>(
  table: T,
  fetch: Fetch,
  baseUrl = '',
  token?: string,
): ApiClient<T> {
  async function call(key: RouteKey, request: AnyRequest = {}): Promise<unknown> {
    const spec: RouteSpec | undefined = table[key]
    if (spec === undefined) throw new TypeError(`no such route: ${key}`)
    const [method, path] = key.split(' ') as [string, string]
    const headers: Record<string, string> = { accept: 'application/json' }
    for (const [name, value] of Object.entries(request.headers ?? {})) if (value !== undefined) headers[name] = value
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`
    const init = { method, headers, credentials: 'same-origin' as const }
    if (request.body !== undefined) headers['content-type'] = 'application/json'
    const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) }
    const url = baseUrl + fillPath(path, request.params ?? {}) + queryString(request.query ?? {})
    const answer = await reach(() => fetch(url, { ...init, ...body }))
    if (spec.file !== undefined && answer.status === spec.status) {
      const bytes = new Uint8Array(await reach(() => answer.arrayBuffer()))
      return { bytes, fileName: fileNameOf(answer.headers.get('content-disposition')) } satisfies FileAnswer
    }
    return readAnswer(spec, answer.status, await reach(() => answer.text()))
  }
  return {
    call: call as ApiClient<T>['call'],
    withToken: (manageToken) => createApiClient(table, fetch, baseUrl, manageToken),
  }
}

async function reach<R>(attempt: () => Promise<R>): Promise<R> {
  try {
    return await attempt()
  } catch (cause) {
    throw Object.assign(new ApiError('the server cannot be reached'), { cause })
  }
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}

function queryString(query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** The name that the server gives a file. It gives plain ones, so nothing here needs decoding. */
function fileNameOf(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'kerbside'
}

function readAnswer(spec: RouteSpec, status: number, text: string): unknown {
  if (status === 204) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ApiError(`the answer (status ${status}) is not JSON`)
  }
  if (status >= 400) {
    const problem = v.safeParse(Problem, value)
    throw problem.success ? new ApiError(problem.output.title, problem.output) : new ApiError(`status ${status}`)
  }
  if (spec.response === undefined) return undefined
  const parsed = v.safeParse(spec.response, value)
  if (!parsed.success) throw new ApiError('the answer is not of the form that was agreed')
  return parsed.output
}
