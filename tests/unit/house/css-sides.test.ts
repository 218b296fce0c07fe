import { expect, it } from 'vitest'
import { findSides } from '../../../tools/check/css-sides.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

it.each([
  'a { left: 0 }',
  'a {\n  margin-left: 1px;\n}',
  'a { padding-right: 1px }',
  'a { border-left: 0 }',
  'a { border-left-color: red }',
  'a { border-top-right-radius: 1px }',
  'a { text-align: left }',
  'a { float: right }',
  'a { position: absolute; right: 1px }',
])('finds a side in %j', async (css) => {
  expect(await inPlantedTree({ 'kiosk/a.css': css }, findSides)).toHaveLength(1)
})

it.each([
  'a { inset-inline-start: 0; margin-inline: 1px; text-align: start }',
  '/* left: 0, as the lot has it */ a { color: red }',
  'a { background-position: left }',
  'a { border-start-end-radius: 1px }',
])('finds none in %j', async (css) => {
  expect(await inPlantedTree({ 'kiosk/a.css': css }, findSides)).toEqual([])
})

it('finds none in this repository', () => {
  expect(findSides(repository)).toEqual([])
})
