import { describe, expect, it } from 'vitest'
import { checkLicences } from '../../../tools/check/licences.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

const page = (...names: string[]) => names.map((name) => `| \`${name}\` | what it is for |`).join('\n')

function tree(licence: unknown, docs = page('direct', 'tool')) {
  return {
    'package.json': JSON.stringify({ dependencies: { direct: '1' }, devDependencies: { tool: '1' } }),
    'docs/dependencies.md': docs,
    'node_modules/direct/package.json': JSON.stringify({
      name: 'direct',
      license: 'MIT',
      dependencies: { below: '1' },
      optionalDependencies: { 'for-another-machine': '1' },
    }),
    'node_modules/direct/node_modules/below/package.json': JSON.stringify({ name: 'below', license: licence }),
    'node_modules/tool/package.json': JSON.stringify({ name: 'tool', license: 'GPL-3.0-only' }),
  }
}

const problemsWith = async (files: Record<string, string>) => (await inPlantedTree(files, checkLicences)).problems

describe('the licence check', () => {
  it.each([
    'GPL-3.0-only',
    'UNLICENSED',
    'MIT AND GPL-2.0-only',
    'MIT OR (ISC AND SSPL-1.0)',
    'OFL-1.1',
    undefined,
    { type: 'MIT' },
  ])('refuses a package deep below whose licence is %j', async (licence) => {
    expect(await problemsWith(tree(licence))).toEqual([expect.stringMatching(/^below has /)])
  })

  it.each(['MIT', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', '(WTFPL OR MIT)', 'Apache-2.0 AND MIT'])(
    'accepts %s',
    async (licence) => {
      expect(await problemsWith(tree(licence))).toEqual([])
    },
  )

  it('refuses to guess about a package that is not there', async () => {
    const { 'node_modules/direct/node_modules/below/package.json': _, ...files } = tree('MIT')
    expect(await problemsWith(files)).toEqual([expect.stringContaining('below is not installed')])
  })

  it('asks for a row for each direct dependency, and no row beyond', async () => {
    expect(await problemsWith(tree('MIT', page('direct', 'gone')))).toEqual([
      expect.stringContaining('tool has no row'),
      expect.stringContaining('gone has a row'),
    ])
  })
})

describe('this repository', () => {
  it('ships accepted licences only, and documents what it depends on', () => {
    const { problems, packages } = checkLicences(repository)
    expect(problems).toEqual([])
    expect(packages).toBeGreaterThan(50)
  })
})
