import swagger from '@fastify/swagger'
import { toJsonSchema } from '@valibot/to-json-schema'
import fastify, { type FastifySchema } from 'fastify'
import type { GenericSchema } from 'valibot'
import { Problem } from '../../src-shared/api/problem.ts'
import type { Method, RouteSpec } from '../../src-shared/api/route.ts'
import { routes } from '../../src-shared/api/routes.ts'

/** Checks that JSON Schema cannot say (a day that exists, a plate) are left to the words of the field. */
function jsonSchema(schema: GenericSchema): Record<string, unknown> {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' })
  return rest
}

function accessNote(access: RouteSpec['access']): string {
  const staff = access.staff === 'anyone' ? 'anyone' : access.staff?.join(', ')
  const notes = [access.public && `public listener: ${access.public}`, staff && `staff listener: ${staff}`]
  return `Who may call it: ${notes.filter(Boolean).join('; ')}.`
}

function successOf(spec: RouteSpec): Record<string, unknown> {
  if (spec.file !== undefined) {
    return { description: 'The file', content: { [spec.file]: { schema: { type: 'string', format: 'binary' } } } }
  }
  return spec.response === undefined ? { type: 'null', description: 'Done' } : jsonSchema(spec.response)
}

function describeRoute(spec: RouteSpec): FastifySchema & { summary: string; description: string } {
  const success = successOf(spec)
  return {
    summary: spec.summary,
    description: accessNote(spec.access),
    ...(spec.params && { params: jsonSchema(spec.params) }),
    ...(spec.query && { querystring: jsonSchema(spec.query) }),
    ...(spec.body && { body: jsonSchema(spec.body) }),
    ...(spec.headers && { headers: jsonSchema(spec.headers) }),
    response: { [spec.status]: success, default: jsonSchema(Problem) },
  }
}

let document: Promise<Record<string, unknown>> | undefined

/** The OpenAPI 3.1 document of both listeners. Made from the route table when it is first asked for, then kept. */
export function openApiDocument(): Promise<Record<string, unknown>> {
  document ??= buildDocument()
  return document
}

async function buildDocument(): Promise<Record<string, unknown>> {
  // A catalogue that never listens: it knows every route of both listeners and answers none.
  const catalogue = fastify({ exposeHeadRoutes: false })
  catalogue.setValidatorCompiler(() => () => true)
  catalogue.setSerializerCompiler(() => JSON.stringify)
  await catalogue.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kerbside', description: 'Bookings on trusted time.', version: '1' },
    },
  })
  for (const [key, spec] of Object.entries<RouteSpec>(routes)) {
    const [method, path] = key.split(' ') as [Method, string]
    catalogue.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      schema: describeRoute(spec),
      handler: () => undefined,
    })
  }
  await catalogue.ready()
  return { ...catalogue.swagger() }
}
