/** The part of JSON Schema that valibot's conversion makes. */
export interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: JsonSchema
}

/** One line of a table: `price.amount_minor`, `slots[].start`. */
interface Field {
  readonly name: string
  readonly needed: boolean
  readonly type: string
}

/** Deeper than this the table says "object": the whole is in the OpenAPI file. */
const DEEPEST = 4

export function parameterFields(parameters: readonly Parameter[]): Field[] {
  return parameters.map(({ name, in: place, required = false, schema }) => {
    return { name, needed: required, type: `${place}: ${typeWords(schema)}` }
  })
}

/** The fields of an object, with those inside it below it. */
export function bodyFields(schema: JsonSchema, prefix = '', depth = 0): Field[] {
  const bare = withoutNull(schema)
  if (bare.items !== undefined) return bodyFields(bare.items, `${prefix}[]`, depth)
  if (bare.properties === undefined || depth >= DEEPEST) return []
  return Object.entries(bare.properties).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const needed = bare.required?.includes(name) ?? false
    return [{ name: path, needed, type: typeWords(field) }, ...bodyFields(field, path, depth + 1)]
  })
}

/** `X or null` has the fields of X. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null') ?? []
  return others.length === 1 ? (others[0] ?? schema) : schema
}

function typeWords(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return [...new Set(choices.map(typeWords))].join(' or ')
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ')
  if (schema.items !== undefined) return `list of ${typeWords(schema.items)}`
  const limits = [
    schema.format,
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.maximum !== undefined && `to ${schema.maximum}`,
    schema.maxLength !== undefined && schema.format === undefined && `at most ${schema.maxLength} characters`,
    schema.pattern !== undefined && `\`${cell(schema.pattern)}\``,
  ].filter((limit) => typeof limit === 'string')
  return [schema.type ?? 'anything', ...limits].join(', ')
}

function code(value: unknown): string {
  return `\`${cell(typeof value === 'string' ? value : JSON.stringify(value))}\``
}

/** A vertical bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

/** The fields as a table, or nothing where there are none. */
export function fieldTable(fields: readonly Field[]): string {
  if (fields.length === 0) return ''
  const rows = fields.map(({ name, needed, type }) => `| \`${name}\` | ${needed ? 'yes' : ''} | ${type} |`)
  return ['| field | required | type |', '| --- | --- | --- |', ...rows].join('\n')
}
