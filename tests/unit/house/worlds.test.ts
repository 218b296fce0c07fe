import { execFile } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inPlantedTree, repository } from './planted-tree.ts'

const page = {
  file: 'planted.tsx',
  own: 'export const a = <p>{document.title}</p>',
  foreign: ['process', 'Buffer', '__dirname'],
}

/** A folder with a tsconfig of its own, a line that must compile in it, and names that must not exist in it. */
const worlds: Readonly<Record<string, { file: string; own: string; foreign: readonly string[] }>> = {
  'src-shared': {
    file: 'planted.ts',
    own: 'export const a = Math.max(1, 2)',
    foreign: ['document', 'process', 'setTimeout'],
  },
  'src-shared/ui': page,
  'src-server': { file: 'planted.ts', own: 'export const a = process.pid', foreign: ['document', 'window'] },
  'src-main': { file: 'planted.ts', own: 'export const a = process.pid', foreign: ['document', 'window'] },
  'src-main/preload': { file: 'planted.ts', own: 'export const a = document.title', foreign: [] },
  'src-renderer': page,
  kiosk: page,
}

/** Compiles one planted file with the world's real settings; the names that the compiler could not find. */
function namesNotFoundIn(root: string, world: string): Promise<string[]> {
  const tsc = join(repository, 'node_modules/typescript/bin/tsc')
  const settings = ['-p', join(root, world), '--noEmit', '--composite', 'false', '--incremental', 'false']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, ...settings, '--pretty', 'false'], { cwd: root }, (_error, stdout) => {
      const errors = stdout.split('\n').filter((line) => line.includes('error TS'))
      const names = errors.map((line) => /Cannot find name '(\w+)'/.exec(line)?.[1])
      if (names.includes(undefined)) reject(new Error(stdout))
      else resolve(names.filter((name) => name !== undefined))
    })
  })
}

function plantedFiles(): Record<string, string> {
  const entries = Object.entries(worlds).map(([world, { file, own, foreign }]) => {
    const uses = foreign.map((name, index) => `export const planted${index} = ${name}`)
    return [`${world}/${file}`, [own, ...uses, ''].join('\n')]
  })
  return Object.fromEntries(entries) as Record<string, string>
}

describe('the TypeScript worlds', () => {
  let found: Record<string, string[]> = {}
  beforeAll(async () => {
    found = await inPlantedTree(plantedFiles(), async (root) => {
      symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
      cpSync(join(repository, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
      for (const world of Object.keys(worlds)) {
        cpSync(join(repository, world, 'tsconfig.json'), join(root, world, 'tsconfig.json'))
      }
      const results = await Promise.all(
        Object.keys(worlds).map(async (world) => [world, await namesNotFoundIn(root, world)]),
      )
      return Object.fromEntries(results) as Record<string, string[]>
    })
  }, 60_000)

  it.each(Object.entries(worlds))(
    'in %s, foreign names are compile errors and its own are not',
    (world, { foreign }) => {
      expect(found[world]).toEqual(foreign)
    },
  )

  it('are all built by `tsc -b`', () => {
    const solution = readFileSync(join(repository, 'tsconfig.json'), 'utf8')
    for (const world of Object.keys(worlds)) expect(solution).toContain(`"./${world}"`)
  })
})
