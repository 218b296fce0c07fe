import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteSpec } from '../../src-shared/api/route.ts'
import { routes } from '../../src-shared/api/routes.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'

interface Operation {
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: unknown }[]
  readonly requestBody?: { content: Readonly<Record<string, { schema: Readonly<Record<string, unknown>> }>> }
  readonly responses: Readonly<Record<string, { description: string; content?: Readonly<Record<string, unknown>> }>>
}

interface Document {
  readonly openapi: string
  readonly info: { title: string; version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const specs = Object.entries<RouteSpec>(routes)

describe('the OpenAPI document', () => {
  let still: StillServer
  let document: Document
  beforeAll(async () => {
    still = await startStillServer()
    document = (await still.owner.get('/api/v1/openapi.json')).json() as Document
  })
  afterAll(() => still.stop())

  const operation = (key: string): Operation | undefined => {
    const [method = '', path = ''] = key.split(' ')
    return document.paths[path]?.[method.toLowerCase()]
  }

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: 'Kerbside', version: expect.any(String) as string })
  })

  it('lists every route of the contract, and nothing else', () => {
    const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(listed.toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it.each(specs)('describes %s: parameters, body, success and refusal', (key, spec) => {
    const found = operation(key)
    expect(found?.summary).toBe(spec.summary)
    expect(found?.description).toMatch(/^Who may call it: /)
    const inPath = found?.parameters?.filter((parameter) => parameter.in === 'path') ?? []
    const named = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name, required }) => [name, required])).toEqual(named.map((name) => [name, true]))
    expect(found?.parameters?.some((parameter) => parameter.in === 'query') ?? false).toBe(spec.query !== undefined)
    expect(found?.requestBody !== undefined).toBe(spec.body !== undefined)
    expect(Object.keys(found?.responses ?? {}).toSorted()).toEqual([String(spec.status), 'default'])
    expect(Object.values(found?.responses ?? {}).every(({ description }) => description !== '')).toBe(true)
  })

  it('names members that a request may not have any more of', () => {
    const schema = operation('POST /api/v1/bookings')?.requestBody?.content['application/json']?.schema
    expect(JSON.stringify(schema)).toContain('"additionalProperties":false')
    for (const member of ['service_id', 'start', 'plate']) expect(JSON.stringify(schema)).toContain(`"${member}"`)
  })

  it('leads every reference somewhere', () => {
    const text = JSON.stringify(document)
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
      const target = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document)
      expect([pointer, typeof target]).toEqual([pointer, 'object'])
    }
  })
})
