import type { Dice } from './dice.ts'

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** JSON, or nearly, that programs have stumbled over. */
const texts: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '0',
  '-0',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  `1${'0'.repeat(400)}`,
  '0.1e-400',
  '"\\ud800"',
  '"\\u0000"',
  '"\\uffff"',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":1,"hasOwnProperty":1}',
  '{"a":1,"a":2}',
  '{"length":1e9}',
  deep(100),
  deep(1900),
  `${'{"a":'.repeat(600)}1${'}'.repeat(600)}`,
  `"${'x'.repeat(3500)}"`,
  `[${'0,'.repeat(1500)}0]`,
]

/** Text that is no JSON. */
const noJson: readonly string[] = [
  '',
  ' ',
  '{',
  '[1,',
  'NaN',
  'undefined',
  "{'a':1}",
  '{"a":1}}',
  '\ufeff{}',
  '{"a":01}',
  '//x\n{}',
]

/** What stands for a value that is replaced by another text once all is written down. */
const HOLE = '\u0001hole\u0001'

function spoilt(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null) return HOLE
  const keys = Object.keys(value)
  if (keys.length === 0) return HOLE
  const key = dice.pick(keys)
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? spoilt(item, dice) : item))
  const rest = { ...value } as Record<string, unknown>
  const act = dice.random()
  if (act < 0.15) delete rest[key]
  else if (act < 0.3) rest[dice.pick(['extra', 'client_time', 'price_minor', 'constructor', 'toString'])] = HOLE
  else rest[key] = spoilt(rest[key], dice)
  return rest
}

/** A value with one thing in it spoilt, as the text that is sent. */
export function spoiltJson(value: unknown, dice: Dice): string {
  if (dice.chance(0.08)) return dice.pick(noJson)
  const text = JSON.stringify(spoilt(value, dice)) ?? 'null'
  if (dice.chance(0.04)) return text.slice(0, dice.below(text.length))
  const other = dice.chance(0.3) ? JSON.stringify(dice.text(60)) : dice.pick(texts)
  return text.replace(JSON.stringify(HOLE), () => other)
}
