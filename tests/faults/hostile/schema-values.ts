import type { Dice } from './dice.ts'

/** A schema of the contract, as far as a value is made up for it. */
export interface SchemaLike {
  readonly type: string
  readonly entries?: Readonly<Record<string, SchemaLike>>
  readonly wrapped?: SchemaLike
  readonly item?: SchemaLike
  readonly options?: readonly unknown[]
  readonly literal?: unknown
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** Texts by the member that they are for: some that the server knows, and some that only look so. */
export type Pool = Readonly<Record<string, readonly string[]>>

/** A value that its schema most likely takes. @param name the member that it is for */
export function valueFor(schema: SchemaLike, name: string, pool: Pool, dice: Dice): unknown {
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {}).flatMap(([key, entry]) => {
          if (mayBeAbsent(entry) && dice.chance(0.5)) return []
          return [[key, valueFor(entry, key, pool, dice)]]
        }),
      )
    case 'optional':
    case 'nullish':
    case 'nullable':
      if (schema.type !== 'optional' && dice.chance(0.3)) return null
      return schema.wrapped && valueFor(schema.wrapped, name, pool, dice)
    case 'array':
      return Array.from({ length: dice.below(4) }, () => schema.item && valueFor(schema.item, name, pool, dice))
    case 'variant':
    case 'union':
      return valueFor(dice.pick(schema.options ?? []) as SchemaLike, name, pool, dice)
    case 'picklist':
      return dice.pick(schema.options ?? [])
    case 'literal':
      return schema.literal
    case 'boolean':
      return dice.chance(0.5)
    case 'number':
      return numberFor(schema, dice)
    case 'string':
      return dice.chance(0.05) ? dice.text(40) : dice.pick(pool[name] ?? pool['any'] ?? [])
    default:
      throw new Error(`nobody knows how to make up a ${schema.type}`)
  }
}

function mayBeAbsent({ type }: SchemaLike): boolean {
  return type === 'optional' || type === 'nullish'
}

function numberFor({ pipe = [] }: SchemaLike, dice: Dice): number {
  const bound = (type: string, otherwise: number) =>
    Number(pipe.find((action) => action.type === type)?.requirement ?? otherwise)
  const [least, most] = [bound('min_value', 0), Math.min(bound('max_value', 100_000), 100_000)]
  return dice.chance(0.1) ? dice.pick([least, most]) : least + dice.below(Math.max(1, most - least))
}
