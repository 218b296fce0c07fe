import { errorStatuses, type ErrorCode } from '../../src-shared/errors/error-codes.ts'
import { errorTitles } from '../../src-shared/errors/error-titles.ts'
import { bodyFields, type JsonSchema, parameterFields, fieldTable, type Parameter } from './api-fields.ts'

/** The part of an OpenAPI document that the reference shows. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

interface Route {
  readonly name: string
  readonly group: string
  readonly operation: Operation
}

export interface ApiPage {
  readonly title: string
  /** Below the site's root. */
  readonly file: string
  readonly text: string
}

/** The API's reference as pages of Markdown, one for each part of the API, after one that says what holds for all. */
export function apiPages(document: OpenApi): ApiPage[] {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Route => {
      return { name: `${method.toUpperCase()} ${path}`, group: groupOf(path), operation }
    }),
  )
  const groups = [...new Set(routes.map(({ group }) => group))].toSorted().map((group) => {
    return { group, members: routes.filter((route) => route.group === group) }
  })
  const pages = groups.map(({ group, members }) => ({
    title: group,
    file: `api/${group}.md`,
    text: [`# API: ${group}`, ...members.map(routeText)].join('\n\n'),
  }))
  const contents = groups.map(({ group, members }) => contentsOf(group, members)).join('\n\n')
  return [{ title: 'HTTP API', file: 'api/README.md', text: `${overview}\n\n${codeTable()}\n\n${contents}` }, ...pages]
}

/** `/api/v1/bookings/{id}/confirm` belongs to `bookings`, `/healthz` and its like to `server`. */
function groupOf(path: string): string {
  return /^\/api\/v1\/([\w-]+)/.exec(path)?.[1] ?? 'server'
}

const overview = `# HTTP API

Made from the same schemas that check each request, for the server of this version. The running server has it as OpenAPI 3.1 at
\`GET /api/v1/openapi.json\` on the staff listener; <a href="/openapi.json" download>the same file</a> is part of these pages. What the
sockets say, and how requests are signed in, is in [protocol](../protocol.md).

- Bodies are JSON. Instants are ISO 8601 with an offset, money is integer minor units with a currency.
- A refusal is \`application/problem+json\` (RFC 9457) with a stable \`code\`, from the table below.
- A body that names a field which is not listed is refused: nobody can send a price, a total or a time.
- “Public listener” is port 8000 on the network, “staff listener” port 8001 on the server's own machine.`

function codeTable(): string {
  const rows = Object.entries(errorStatuses)
    .map(([code, status]) => `| \`${code}\` | ${status} | ${errorTitles[code as ErrorCode]} |`)
    .toSorted()
  return ['## Refusals', '', '| code | status | means |', '| --- | --- | --- |', ...rows].join('\n')
}

function contentsOf(group: string, routes: readonly Route[]): string {
  const rows = routes.map(
    ({ name, operation }) => `| [\`${name}\`](${group}.md#${routeId(name)}) | ${operation.summary} |`,
  )
  return [`## ${group}`, '', '| route | what |', '| --- | --- |', ...rows].join('\n')
}

/** The anchor of a route's heading. */
function routeId(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function routeText({ name, operation }: Route): string {
  const { summary, description, parameters = [], requestBody, responses } = operation
  const success = Object.entries(responses).find(([status]) => status !== 'default')
  return [
    `## \`${name}\` {#${routeId(name)}}`,
    `${summary}.`,
    description,
    ...part('Parameters', fieldTable(parameterFields(parameters))),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => part('Body', shapes(schema))),
    ...(success === undefined ? [] : successText(...success)),
  ].join('\n\n')
}

function part(title: string, text: string): string[] {
  return text === '' ? [] : [`**${title}**`, text]
}

function successText(status: string, { content = {} }: Operation['responses'][string]): string[] {
  const [first] = Object.entries(content)
  if (first === undefined) return [`**Answers ${status}**, without a body.`]
  const [type, { schema }] = first
  const text = shapes(schema)
  const told = type === 'application/json' ? '' : `, \`${type}\``
  return text === '' ? [`**Answers ${status}**${told}.`] : [`**Answers ${status}**${told}`, text]
}

/** A table for each shape that the body may have. */
function shapes(schema: JsonSchema): string {
  const choices = schema.oneOf ?? [schema]
  return choices
    .map((choice) => fieldTable(bodyFields(choice)))
    .filter((text) => text !== '')
    .join('\n\nor\n\n')
}
