import { routes } from '../../../src-shared/api/routes.ts'
import type { RouteSpec } from '../../../src-shared/api/route.ts'
import type { Listener } from '../../../src-server/identity/gatekeeper.ts'
import type { Dice } from './dice.ts'
import { spoiltJson } from './hostile-json.ts'
import { valueFor, type Pool, type SchemaLike } from './schema-values.ts'

export interface HostileRequest {
  readonly key: string
  readonly method: string
  readonly path: string
  readonly body: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** Take a while each, as they should: papers, the whole trail. One in so many of them is sent. */
const LONG = /\.?pdf|prints$|csv|verification|openapi|backup|export|diagnos/
const LONG_SHARE = 0.04
/** End the caller's own session or device, or the server’s run; they are for tests of their own. */
const FINAL =
  /DELETE \/api\/v1\/session|session\/lock|PUT \/api\/v1\/session\/password|demo\/wipe|restore|admin\/users|DELETE \/api\/v1\/devices/

/** The contract's routes of a listener. @param mayEnd with those that end what a signed-in caller stands on */
export function routesOf(listener: Listener, mayEnd: boolean): readonly string[] {
  return Object.entries<RouteSpec>(routes)
    .filter(([key, { access }]) => access[listener] !== undefined && (mayEnd || !FINAL.test(key)))
    .map(([key]) => key)
}

/** A request to one of the routes, three in four of them with something spoilt. */
export function hostileRequest(keys: readonly string[], pool: Pool, dice: Dice): HostileRequest {
  let key = dice.pick(keys)
  while (LONG.test(key) && !dice.chance(LONG_SHARE)) key = dice.pick(keys)
  const spec = (routes as Readonly<Record<string, RouteSpec>>)[key]
  const [method = '', pattern = ''] = key.split(' ')
  const spoils = dice.chance(0.75)
    ? dice.pick(['path', 'query', 'body', 'body', 'body', 'headers'] as const)
    : 'nothing'
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
    spoils === 'path' ? hostileSegment(dice) : encodeURIComponent(idFor(pattern, name, pool, dice)),
  )
  const query = queryFor(spec?.query, spoils === 'query', pool, dice)
  const headers = headersFor(spoils === 'headers', pool, dice)
  if (method === 'GET') return { key, method, path: path + query, body: undefined, headers }
  const value = spec?.body === undefined ? undefined : valueFor(spec.body, 'body', pool, dice)
  const body =
    spoils === 'body' ? spoiltJson(value ?? {}, dice) : value === undefined ? undefined : JSON.stringify(value)
  return { key, method, path: path + query, body, headers }
}

/** Most ids in a path are of what stands before them. */
function idFor(pattern: string, name: string, pool: Pool, dice: Dice): string {
  const kind = /\/([\w-]+)\/\{/.exec(pattern)?.[1] ?? ''
  return dice.pick(pool[kind] ?? pool[name] ?? pool['id'] ?? ['x'])
}

function hostileSegment(dice: Dice): string {
  return dice.pick([
    '%00',
    '%ff',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    '__proto__',
    'constructor',
    "'%20OR%201=1--",
    'x'.repeat(64),
    'x'.repeat(129),
    'x'.repeat(3000),
    '-1',
    '1e9',
    encodeURIComponent(dice.text(20).replace(/[\ud800-\udfff]/g, '')) || '-',
  ])
}

function queryFor(schema: SchemaLike | undefined, spoils: boolean, pool: Pool, dice: Dice): string {
  const value = schema === undefined ? {} : (valueFor(schema, 'query', pool, dice) as Record<string, unknown>)
  const pairs = Object.entries(value).flatMap(([name, one]) =>
    one === undefined || one === null
      ? []
      : [`${name}=${encodeURIComponent(wellFormed(typeof one === 'string' ? one : JSON.stringify(one)))}`],
  )
  if (spoils) {
    pairs.push(
      dice.pick([
        'extra=1',
        '__proto__=x',
        'constructor[prototype][x]=1',
        'date=%ff',
        `q=${'x'.repeat(5000)}`,
        'a&'.repeat(500),
        '%',
        '=',
        'from=9999-12-31&to=0000-01-01',
        'date=2025-02-30',
        'start=Infinity',
        ...pairs.slice(0, 1),
      ]),
    )
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function headersFor(spoils: boolean, pool: Pool, dice: Dice): Record<string, string> {
  const headers: Record<string, string> = {}
  if (dice.chance(0.3)) headers['idempotency-key'] = dice.pick(pool['idempotency-key'] ?? ['k'])
  if (dice.chance(0.3)) headers['authorization'] = `Bearer ${dice.pick(pool['token'] ?? ['x'])}`
  if (!spoils) return headers
  const [name, value] = dice.pick([
    ['idempotency-key', ''],
    ['idempotency-key', 'x'.repeat(129)],
    ['idempotency-key', 'é'],
    ['authorization', `Bearer ${'x'.repeat(4000)}`],
    ['authorization', 'Basic eDp4'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-7'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['content-type', ';'],
    ['content-encoding', 'gzip'],
    ['accept', 'x'.repeat(2000)],
    ['cookie', 'kerbside_staff=; kerbside_device=%%%; __proto__=x'],
    ['cookie', `kerbside_staff=${'x'.repeat(43)}; kerbside_staff=${'y'.repeat(43)}`],
    ['cookie', 'a=b; '.repeat(1500)],
    ['if-none-match', '*'],
    ['range', 'bytes=0-0,1-1,2-2'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-http-method-override', 'DELETE'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ] as const)
  return { ...headers, [name]: value }
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/g, '?')
}
