import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../../../src-server/http/openapi.ts'
import { routes } from '../../../src-shared/api/routes.ts'
import { errorStatuses } from '../../../src-shared/errors/error-codes.ts'
import { bodyFields, fieldTable } from '../../../tools/docs/api-fields.ts'
import { type ApiPage, apiPages, type OpenApi } from '../../../tools/docs/api-pages.ts'

describe('the API’s reference', () => {
  let pages: ApiPage[] = []
  let text = ''
  beforeAll(async () => {
    pages = apiPages((await openApiDocument()) as unknown as OpenApi)
    text = pages.map((page) => page.text).join('\n')
  })

  it.each(Object.keys(routes))('has %s once, with a heading of its own', (route) => {
    const headings = [...text.matchAll(/^## `(.*)` \{#/gm)].map(([, name]) => name)
    expect(headings.filter((name) => name === route)).toEqual([route])
  })

  it('gives every heading of a page an anchor that no other has', () => {
    for (const page of pages) {
      const anchors = [...page.text.matchAll(/\{#([\w-]+)\}/g)].map(([, anchor]) => anchor)
      expect(new Set(anchors).size).toBe(anchors.length)
    }
  })

  it('says of a route who may call it, what it takes and what it answers', () => {
    const bookings = pages.find(({ title }) => title === 'bookings')?.text ?? ''
    const [, route = ''] = /## `POST \/api\/v1\/bookings` [^\n]*\n([\s\S]*?)\n## /.exec(bookings) ?? []
    expect(route).toContain('public listener: kiosk; staff listener: attendant, owner, admin')
    expect(route).toContain('| `idempotency-key` |  | header: string')
    expect(route).toContain('| `kind` | yes | `wash` |')
    expect(route).toContain('| `bay_id` |  | string')
    expect(route).toContain('**Answers 201**')
    expect(route).toContain('| `price.amount_minor` | yes | integer |')
  })

  it.each(Object.entries(errorStatuses))('lists the refusal %s with its status', (code, status) => {
    expect(pages[0]?.text).toContain(`| \`${code}\` | ${status} |`)
  })
})

describe('the fields of a body', () => {
  it('are told with what lies inside them, and whether they may be null', () => {
    const fields = bodyFields({
      type: 'object',
      required: ['slots'],
      properties: {
        slots: { type: 'array', items: { type: 'object', properties: { start: { type: 'string' } } } },
        service: { anyOf: [{ type: 'object', properties: { id: { type: 'string' } } }, { type: 'null' }] },
      },
    })
    expect(fields.map(({ name, needed, type }) => [name, needed, type])).toEqual([
      ['slots', true, 'list of object'],
      ['slots[].start', false, 'string'],
      ['service', false, 'object or null'],
      ['service.id', false, 'string'],
    ])
  })

  it('keep a vertical bar within its cell', () => {
    expect(fieldTable(bodyFields({ properties: { a: { type: 'string', pattern: '^(x|y)$' } } }))).toContain('x\\|y')
  })
})
