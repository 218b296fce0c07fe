import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkBoundaries, type BoundaryProblem } from '../../../tools/check/boundaries.ts'
import { layers, packages } from '../../../tools/check/layers.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

/** A planted import: this file, what it imports, the rule that must fire. */
const planted: readonly [file: string, imports: string, rule: string][] = [
  // The folder table.
  ['src-shared/a.ts', '../src-server/index.ts', 'shared-may-not-import-server-index'],
  ['src-shared/b.ts', './ui/clock.tsx', 'shared-may-not-import-shared-ui'],
  ['src-shared/ui/c.tsx', '../../src-renderer/app.tsx', 'shared-ui-may-not-import-renderer'],
  ['src-server/booking/d.ts', '../../src-main/tray.ts', 'server-core-may-not-import-main'],
  ['src-main/e.ts', '../src-server/booking/rules.ts', 'main-may-not-import-server-core'],
  ['src-main/preload/f.ts', '../tray.ts', 'preload-may-not-import-main'],
  ['src-renderer/g.tsx', '../src-server/index.ts', 'renderer-may-not-import-server-index'],
  ['src-renderer/h.tsx', '../kiosk/app.tsx', 'renderer-may-not-import-kiosk'],
  ['kiosk/i.tsx', '../src-renderer/app.tsx', 'kiosk-may-not-import-renderer'],
  ['src-server/clock/j.ts', '../../tests/help.ts', 'server-core-may-not-import-tests'],
  ['src-shared/k.ts', '../tools/help.ts', 'shared-may-not-import-tests'],
  ['kiosk/l.ts', '../bench/help.ts', 'kiosk-may-not-import-tests'],
  ['src-main/m.ts', '../some.config.ts', 'main-may-not-import-configuration'],

  // Inside the server.
  ['src-server/booking/a.ts', '../store/sqlite/open.ts', 'server-core-may-not-import-server-sqlite'],
  ['src-server/http/b.ts', '../store/sqlite/open.ts', 'server-edge-may-not-import-server-sqlite'],
  ['src-server/sockets/c.ts', '../store/sqlite/open.ts', 'server-edge-may-not-import-server-sqlite'],
  ['src-server/http/d.ts', '../store/store.ts', 'server-edge-may-not-import-server-store'],
  ['src-server/booking/e.ts', '../http/server.ts', 'server-core-may-not-import-server-edge'],
  ['src-server/store/f.ts', './sqlite/open.ts', 'server-store-may-not-import-server-sqlite'],
  ['src-server/booking/g.ts', '../clock/system-timers.ts', 'server-core-may-not-import-server-system'],
  ['src-server/booking/h.ts', '../lifecycle/wire.ts', 'server-core-may-not-import-server-lifecycle'],
  ['src-server/lifecycle/i.ts', '../store/sqlite/open.ts', 'server-lifecycle-may-not-import-server-sqlite'],
  ['src-server/headless.ts', './booking/rules.ts', 'server-entry-may-not-import-server-core'],
  ['src-server/http/h.ts', '../index.ts', 'server-edge-may-not-import-server-index'],

  // The kiosk stays light: neither directly nor by way of another file.
  ['kiosk/a.ts', '../src-shared/api/staff-routes.ts', 'kiosk-may-not-import-staff-api'],
  ['kiosk/b.ts', '../src-shared/api/routes.ts', 'kiosk-may-not-reach-staff-api'],

  // Packages and Node.
  ['src-shared/c.ts', 'react', 'shared-may-not-import-that-package'],
  ['src-server/clock/k.ts', 'react', 'server-core-may-not-import-that-package'],
  ['src-server/clock/l.ts', 'electron', 'server-core-may-not-import-that-package'],
  ['src-renderer/m.tsx', 'electron', 'renderer-may-not-import-that-package'],
  ['src-server/booking/n.ts', 'better-sqlite3', 'server-core-may-not-import-that-package'],
  ['src-server/index.ts', 'better-sqlite3', 'server-index-may-not-import-that-package'],
  ['src-server/booking/o.ts', 'not-in-the-table', 'server-core-may-not-import-that-package'],
  ['src-server/booking/p.ts', 'vitest', 'product-may-not-import-dev-dependency'],
  ['src-shared/q.ts', 'node:fs', 'shared-may-not-import-node'],
  ['src-shared/ui/r.tsx', 'fs', 'shared-ui-may-not-import-node'],
  ['kiosk/s.tsx', 'node:path', 'kiosk-may-not-import-node'],
  ['src-renderer/t.tsx', 'node:path', 'renderer-may-not-import-node'],
  ['src-main/preload/u.ts', 'node:fs', 'preload-may-not-import-node'],
  ['src-server/booking/v.ts', './nowhere.ts', 'unresolvable'],
  ['src-server/booking/w.ts', 'not-installed', 'unresolvable'],
]

/** Other ways to write the same forbidden import. Each must be seen. */
const spellings = {
  'type.ts': "import type { x } from '../src-server/booking/rules.ts'\nexport type y = x",
  're-export.ts': "export { x } from '../src-server/booking/rules.ts'",
  're-export-all.ts': "export * from '../src-server/booking/rules.ts'",
  'dynamic.ts': "export const y = import('../src-server/booking/rules.ts')",
  'require.ts':
    "import { createRequire } from 'node:module'\nconst require = createRequire('/')\nrequire('../src-server/booking/rules.ts')",
}

const bystanders = [
  'src-server/booking/rules.ts',
  'src-server/clock/system-timers.ts',
  'src-server/http/server.ts',
  'src-server/lifecycle/wire.ts',
  'src-server/store/store.ts',
  'src-server/store/sqlite/open.ts',
  'src-main/tray.ts',
  'src-renderer/app.tsx',
  'kiosk/app.tsx',
  'src-shared/ui/clock.tsx',
  'src-shared/api/staff-routes.ts',
  'some.config.ts',
  'tests/help.ts',
  'tools/help.ts',
  'bench/help.ts',
]

const installed = ['react', 'electron', 'better-sqlite3', 'not-in-the-table', 'vitest', 'fastify', 'valibot']

function allowedTree() {
  return {
    'src-server/index.ts':
      "import './store/sqlite/open.ts'\nimport './clock/system-timers.ts'\nimport './http/server.ts'",
    'src-server/headless.ts': "import './index.ts'\nimport 'node:process'",
    'src-server/store/sqlite/open.ts': "import 'better-sqlite3'\nimport '../store.ts'",
    'src-server/store/store.ts': 'export type Store = object',
    'src-server/clock/system-timers.ts': "import 'node:timers'",
    'src-server/http/server.ts': "import 'fastify'\nimport '../booking/rules.ts'",
    'src-server/booking/rules.ts':
      "import type { Store } from '../store/store.ts'\nexport const x = 1 as unknown as Store",
    'src-main/main.ts': "import 'electron'\nimport '../src-server/index.ts'",
    'src-shared/ui/clock.tsx': "import 'react'\nimport '../money.ts'",
    'src-shared/money.ts': "import 'valibot'",
    'kiosk/main.tsx': "import '../src-shared/ui/clock.tsx'\nexport const text = <p>What does it import?</p>",
    'tests/any.test.ts': "import 'vitest'\nimport '../src-server/booking/rules.ts'\nimport '../tools/check.ts'",
    'tools/check.ts': 'export {}',
  }
}

function plantedTree() {
  const tree: Record<string, string> = Object.fromEntries(bystanders.map((file) => [file, 'export const x = 1']))
  tree['src-shared/api/routes.ts'] = "export * from './staff-routes.ts'"
  tree['src-server/index.ts'] = 'export const x = 1'
  for (const [file, imports] of planted) tree[file] = `import '${imports}'\nexport const y = 1`
  for (const [file, text] of Object.entries(spellings)) tree[`src-main/${file}`] = text
  tree['src-shared/cycle/one.ts'] = "import './two.ts'"
  tree['src-shared/cycle/two.ts'] = "import './three.ts'"
  tree['src-shared/cycle/three.ts'] = "import './one.ts'"
  tree['attic/old.ts'] = 'export const x = 1'
  tree['src-server/loose.ts'] = 'export const x = 1'
  return tree
}

function withPackages(tree: Record<string, string>) {
  const manifest = {
    name: 'planted',
    dependencies: {} as Record<string, string>,
    devDependencies: { vitest: '*', electron: '*' },
  }
  for (const name of installed) {
    tree[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' })
    tree[`node_modules/${name}/index.js`] = 'module.exports = {}'
    if (!(name in manifest.devDependencies)) manifest.dependencies[name] = '*'
  }
  return { ...tree, 'package.json': JSON.stringify(manifest) }
}

describe('a tree with planted violations', () => {
  let problems: readonly BoundaryProblem[] = []
  beforeAll(async () => {
    problems = (await inPlantedTree(withPackages(plantedTree()), checkBoundaries)).problems
  }, 60_000)
  const rulesBrokenBy = (file: string) => problems.filter((problem) => problem.file === file).map(({ rule }) => rule)

  it.each(planted)('%s may not import %s', (file, _imports, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule)
  })

  it.each(Object.keys(spellings))('sees the forbidden import in src-main/%s', (file) => {
    expect(rulesBrokenBy(`src-main/${file}`)).toContain('main-may-not-import-server-core')
  })

  it('names the files of a cycle', () => {
    const cycle = problems.find((problem) => problem.rule === 'no-cycle')
    for (const file of ['one.ts', 'two.ts', 'three.ts']) expect(`${cycle?.file} ${cycle?.imports}`).toContain(file)
  })

  it.each(['attic/old.ts', 'src-server/loose.ts'])('refuses %s, which no layer lists', (file) => {
    expect(rulesBrokenBy(file)).toEqual(['every-file-has-a-layer'])
  })

  it('says what to do about each', () => {
    expect(problems.filter((problem) => problem.advice === '')).toEqual([])
  })

  it('leaves the bystanders alone', () => {
    expect(bystanders.flatMap(rulesBrokenBy)).toEqual([])
  })
})

describe('a tree that keeps to the table', () => {
  it('passes, and every file of it is read', async () => {
    const report = await inPlantedTree(withPackages(allowedTree()), checkBoundaries)
    expect(report.problems).toEqual([])
    expect(report.files).toBe(Object.keys(allowedTree()).length)
    expect(report.imports).toBeGreaterThan(15)
  }, 60_000)
})

describe('the table', () => {
  it('names only layers that exist', () => {
    const names = new Set(layers.map((layer) => layer.name))
    const used = layers.flatMap((layer) => (layer.mayImport === 'everything' ? [] : layer.mayImport))
    expect([...used, ...Object.values(packages).flat()].filter((name) => !names.has(name))).toEqual([])
  })

  it('names only packages that are installed for it', () => {
    const manifest = readFileSync(join(repository, 'package.json'), 'utf8')
    const missing = Object.keys(packages).filter((name) => !manifest.includes(`"${name.replace('*', '')}`))
    expect(missing).toEqual([])
  })
})
