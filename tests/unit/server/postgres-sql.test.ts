import type { QueryResult } from 'pg'
import { describe, expect, it } from 'vitest'
import { ownTypes } from '../../../src-server/store/postgres/own-types.ts'
import { parseStatement, postgresSql, type Queryable } from '../../../src-server/store/postgres/postgres-sql.ts'

type Asked = Parameters<Queryable['query']>[0]

/** A connection that keeps what it is asked, and always answers the same rows. */
function setUp(rows: readonly unknown[] = [], rowCount: number | null = rows.length) {
  const asked: Asked[] = []
  const connection: Queryable = {
    async query(config) {
      asked.push(config)
      return { rows, rowCount } as QueryResult
    },
  }
  return { sql: postgresSql(connection), asked }
}

async function sent(text: string, ...values: unknown[]): Promise<{ text: string; values: unknown[] | undefined }> {
  const { sql, asked } = setUp()
  await sql.prepare(text).all(...values)
  const [config] = asked
  if (config === undefined) throw new Error('nothing was asked')
  return { text: config.text, values: config.values }
}

describe('a statement', () => {
  it.each([
    ['SELECT 1', []],
    ['SELECT ?', [0]],
    ['SELECT ?, ?', [0, 1]],
    ['SELECT @from, @to, @from', ['from', 'to', 'from']],
    ["SELECT '?', '@name', ?", [0]],
    ["SELECT 'it''s ? or @name', ?", [0]],
    ['SELECT a AS "what?", b AS "@b" FROM c WHERE d = ?', [0]],
    ['SELECT a @> b, a->>0 FROM c WHERE d = @d', ['d']],
    ["SELECT '', ?", [0]],
  ])('%s has the parameters %j', (text, parameters) => {
    const parsed = parseStatement(text)
    expect(parsed.parameters).toEqual(parameters)
    expect(parsed.pieces).toHaveLength(parameters.length + 1)
  })

  it('loses none of its text', () => {
    const text = `SELECT '?' AS "a?", @b FROM c WHERE d = ? AND e = 'f''@g'`
    const { pieces, parameters } = parseStatement(text)
    const back = parameters.map((parameter) => (typeof parameter === 'string' ? `@${parameter}` : '?'))
    expect(pieces.map((piece, index) => piece + (back[index] ?? '')).join('')).toBe(text)
  })
})

describe('values go to PostgreSQL', () => {
  it('by number, in their order', async () => {
    expect(await sent('SELECT ? WHERE a = ?', 'x', 'y')).toEqual({ text: 'SELECT $1 WHERE a = $2', values: ['x', 'y'] })
  })

  it('from one array as from several arguments', async () => {
    expect(await sent('SELECT ?, ?', ['x', 'y'])).toEqual(await sent('SELECT ?, ?', 'x', 'y'))
  })

  it('once where a name is repeated', async () => {
    const text = 'SELECT @a, @b WHERE c > @a'
    expect(await sent(text, { b: 'y', a: 'x' })).toEqual({ text: 'SELECT $1, $2 WHERE c > $1', values: ['x', 'y'] })
  })

  it('with the type of each number beside it, wherever it stands', async () => {
    expect(await sent('SELECT @n + 1, @n', { n: 1_764_938_722_000 })).toEqual({
      text: 'SELECT $1::bigint + 1, $1::bigint',
      values: [1_764_938_722_000],
    })
    expect((await sent('SELECT ?, ?, ?', 0, -3, 0.5)).text).toBe('SELECT $1::bigint, $2::bigint, $3::double precision')
  })

  it('as null where that is what they are', async () => {
    expect(await sent('SELECT ?', null)).toEqual({ text: 'SELECT $1', values: [null] })
    expect(await sent('SELECT @a', { a: null })).toEqual({ text: 'SELECT $1', values: [null] })
  })

  it('as bytes, of which a view is no more than it shows', async () => {
    const { values } = await sent('SELECT ?', new Uint8Array([9, 1, 2, 9]).subarray(1, 3))
    expect(values).toEqual([Buffer.from([1, 2])])
  })

  it.each([
    ['SELECT ?, ?', ['x'], '1'],
    ['SELECT @a, @b', [{ a: 'x' }], 'b'],
    ['SELECT @a', ['x'], 'a'],
    ['SELECT ?', [undefined], '0'],
  ])('not at all where one is missing: %s with %j', async (text, values, missing) => {
    const { sql, asked } = setUp()
    await expect(sql.prepare(text).all(...values)).rejects.toThrow(
      new RangeError(`no value for the parameter ${missing}`),
    )
    expect(asked).toEqual([])
  })
})

describe('a statement for PostgreSQL', () => {
  it('has one name for one text, and another for another', async () => {
    const { sql, asked } = setUp()
    await sql.prepare('SELECT ? AS a').all('x')
    await sql.prepare('SELECT ? AS a').all('y')
    await sql.prepare('SELECT ? AS a').all(1)
    await sql.prepare('SELECT ? AS b').all('x')
    const [first, second, ofNumber, other] = asked.map(({ name }) => name)
    expect(second).toBe(first)
    expect(new Set([first, ofNumber, other]).size).toBe(3)
  })

  it('answers one row, all, or how many it changed', async () => {
    const { sql } = setUp([{ a: 1 }, { a: 2 }])
    const statement = sql.prepare('SELECT a FROM b')
    expect(await statement.get()).toEqual({ a: 1 })
    expect(await statement.all()).toEqual([{ a: 1 }, { a: 2 }])
    expect(await statement.run()).toEqual({ changes: 2 })
    expect(await setUp().sql.prepare('SELECT a FROM b').get()).toBeUndefined()
    expect(await setUp([], null).sql.prepare('SET a = b').run()).toEqual({ changes: 0 })
  })

  it('answers the first column of each row when it is plucked, and asks for rows as arrays', async () => {
    const { sql, asked } = setUp([
      ['x', 1],
      ['y', 2],
    ])
    const statement = sql.prepare<[], string>('SELECT a, b FROM c').pluck()
    expect(await statement.all()).toEqual(['x', 'y'])
    expect(await statement.get()).toBe('x')
    expect(asked.map(({ rowMode }) => rowMode)).toEqual(['array', 'array'])
    expect(await setUp().sql.prepare('SELECT a FROM b').pluck().get()).toBeUndefined()
  })

  it('asks for rows as objects otherwise, and for the types that SQLite would answer', async () => {
    const { sql, asked } = setUp()
    await sql.prepare('SELECT a FROM b').all()
    expect(asked).toEqual([expect.objectContaining({ types: ownTypes })])
    expect(asked[0]).not.toHaveProperty('rowMode')
  })

  it.each([
    [20, '1764938722000', 1_764_938_722_000],
    [1700, '12', 12],
    [16, 't', 1],
    [16, 'f', 0],
    [114, '{"a": 1}', '{"a": 1}'],
    [3802, '{"a": 1}', '{"a": 1}'],
    [701, '0.5', 0.5],
    [25, 'KL07', 'KL07'],
    [17, String.raw`\x0102`, Buffer.from([1, 2])],
  ])('reads type %i: %s', (type, text, value) => {
    const parserOf = ownTypes.getTypeParser as (type: number) => (text: string) => unknown
    expect(parserOf(type)(text)).toEqual(value)
  })
})
