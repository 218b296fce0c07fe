import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import * as v from 'valibot'

/** Carries a schema through Fastify, which would take a plain object for JSON Schema. */
export class SchemaBox {
  readonly schema: v.GenericSchema
  constructor(schema: v.GenericSchema) {
    this.schema = schema
  }
}

export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** A request that is not of the form that its route takes; names each member that is wrong. */
export class ValidationFailure extends Error {
  readonly problems: readonly FieldProblem[]
  constructor(problems: readonly FieldProblem[]) {
    super('invalid request')
    this.name = 'ValidationFailure'
    this.problems = problems
  }
}

const partNames: Readonly<Record<string, string>> = { querystring: 'query' }

function describeIssue(part: string, issue: v.BaseIssue<unknown>): FieldProblem {
  const path = v.getDotPath(issue)
  const prefix = partNames[part] ?? part
  return { path: path === null ? prefix : `${prefix}.${path}`, message: issue.message }
}

function unbox(schema: unknown): v.GenericSchema {
  if (schema instanceof SchemaBox) return schema.schema
  throw new TypeError('a route’s schemas are boxed')
}

function neverAsked(): never {
  throw new Error('a schema that is not of the contract')
}

/** Keeps Fastify from reading and setting up compilers of its own, which takes longer than all the rest of making an application. */
export const noOtherCompilers: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: { buildValidator: neverAsked, buildSerializer: neverAsked },
}

/** Makes Fastify validate requests and write responses by the contract's own schemas. */
export function useContractSchemas(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const boxed = unbox(schema)
    return (data: unknown) => {
      // To valibot a list is an object, too, and an empty one has every member that is optional.
      if (httpPart === 'body' && Array.isArray(data)) {
        return { error: new ValidationFailure([{ path: 'body', message: 'must be an object' }]) }
      }
      const result = v.safeParse(boxed, data)
      if (result.success) return { value: result.output }
      return { error: new ValidationFailure(result.issues.map((issue) => describeIssue(httpPart ?? 'request', issue))) }
    }
  })
  // Parsing on the way out drops whatever the contract does not list: a secret in a row cannot slip into an answer.
  app.setSerializerCompiler(({ schema }) => {
    const boxed = unbox(schema)
    return (data: unknown) => JSON.stringify(v.parse(boxed, data))
  })
}
