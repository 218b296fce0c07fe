import { expect, it } from 'vitest'
import { findRawValues } from '../../../tools/check/css-tokens.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

const brand =
  ':root { --space-1: 8px; --radius-s: 4px; --text-m: 1rem; --weight-text: 400; --line-width: 1px; --leading-text: 1.5 }'
const sheet = (css: string) => ({ 'src-shared/ui/tokens.css': brand, 'kiosk/a.css': css })

it.each([
  'a { color: #fff }',
  'a { background: rgb(0 0 0 / 50%) }',
  'a { border: 3px solid white }',
  'a {\n  transition: color 150ms;\n}',
  'a { animation: turn 2s linear infinite }',
  'a { animation-delay: .3s }',
  'a { padding: 0 8px }',
  'a { margin-block: -8px }',
  'a { gap: clamp(8px, 4vh, 100px) }',
  'a { border-radius: 4px }',
  'a { border-block-end: 1px solid currentcolor }',
  'a { font-size: 1rem }',
  'a { font-weight: 400 }',
  'a { line-height: 1.5 }',
])('finds a value that has a name in %j', async (css) => {
  expect(await inPlantedTree(sheet(css), findRawValues)).toHaveLength(1)
})

it.each([
  'a { color: var(--color-text); border-color: currentcolor; background: transparent; outline-color: Highlight }',
  'a { padding: var(--space-1); margin: 0 auto; gap: 2px; border-radius: 0.25em; width: 100% }',
  'a { transition: none; animation-delay: 0s; transform: translateX(8px); white-space: pre }',
  '@font-face { font-weight: 400; src: url(./black.woff2) }',
  '/* 8px is #fff */ a:hover { z-index: 400 }',
  '@media (max-width: 8px) { a { color: inherit } }',
])('finds none in %j', async (css) => {
  expect(await inPlantedTree(sheet(css), findRawValues)).toEqual([])
})

it('finds none in this repository', () => {
  expect(findRawValues(repository)).toEqual([])
})
