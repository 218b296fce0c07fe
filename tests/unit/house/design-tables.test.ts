import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from './planted-tree.ts'

const read = (file: string) => readFileSync(join(repository, file), 'utf8')
const css = read('src-shared/ui/tokens.css')

/** What the first rule with this selector says. */
function rule(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('}', start))
  const said = [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return new Map(said.map(([, name = '', value = '']) => [name, value.replaceAll(/\s+/g, ' ')]))
}

/** The tables of docs/design.md: each token with its value in each theme. */
const rows = new Map(
  [...read('docs/design.md').matchAll(/^\| `(--[\w-]+)`\s+\|(.+)\|$/gm)].map(([, name = '', values = '']) => [
    name,
    values.split('|').map((value) => value.trim().replaceAll('`', '')),
  ]),
)

it('the visual language is written down as it is', () => {
  const light = rule(':root')
  const dark = rule(":root[data-theme='dark']")
  const contrast = rule(":root[data-theme='contrast']")
  const tokens = [...light].map(([name, value]) => [
    name,
    [value, dark.get(name) ?? value, contrast.get(name) ?? value],
  ])
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(tokens))
})
