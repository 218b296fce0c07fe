import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compiledFile, loadProgram } from '../../../src-main/boot/program.ts'

interface Exports {
  readonly twice: (value: number) => number
  readonly part: () => { readonly program: unknown }
  readonly place: readonly string[]
}

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kerbside-program-'))
  file = join(folder, 'application.cjs')
  writeFileSync(
    file,
    `exports.twice = (value) => value * 2
exports.part = () => require('./part.cjs')
exports.place = [__filename, __dirname] // the last line may end in a comment`,
  )
  writeFileSync(join(folder, 'part.cjs'), "exports.program = require('./application.cjs')")
})
afterEach(() => {
  const { cache } = createRequire(file)
  for (const name of Object.keys(cache)) if (name.startsWith(folder)) delete cache[name]
  rmSync(folder, { recursive: true, force: true })
})

it('loads a program without anything compiled of it, as a development tree has', () => {
  const { exports, compiledAhead } = loadProgram<Exports>(file)
  expect(exports.twice(21)).toBe(42)
  expect(exports.place).toEqual([file, folder])
  expect(compiledAhead).toBe('none')
})

it('takes over what was compiled of it', () => {
  writeFileSync(compiledFile(file), loadProgram<Exports>(file).compiled())
  const { exports, compiledAhead } = loadProgram<Exports>(file)
  expect(compiledAhead).toBe('used')
  expect(exports.twice(21)).toBe(42)
})

it('compiles anew what another runtime, or another program, was compiled to', () => {
  writeFileSync(compiledFile(file), 'the code of another runtime')
  expect(loadProgram<Exports>(file).compiledAhead).toBe('refused')
  const compiled = loadProgram<Exports>(file).compiled()
  writeFileSync(file, 'exports.twice = (value) => value * 3')
  writeFileSync(compiledFile(file), compiled)
  const { exports, compiledAhead } = loadProgram<Exports>(file)
  expect(compiledAhead).toBe('refused')
  expect(exports.twice(21)).toBe(63)
})

it('hands itself to the parts that are loaded later, instead of a second self', () => {
  const { exports } = loadProgram<Exports>(file)
  expect(exports.part().program).toBe(exports)
})

it('keeps what machines of different kinds compile apart', () => {
  expect(compiledFile('/a/application.cjs')).toBe(`/a/application.cjs.${process.platform}-${process.arch}.compiled`)
})
