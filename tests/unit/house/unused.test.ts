import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inPlantedTree, repository } from './planted-tree.ts'

const planted = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    dependencies: { used: '1', typeface: '1', unused: '1' },
  }),
  'src-server/index.ts': "import 'used'\nimport { wanted } from './booking/rules.ts'\nwanted()\n",
  'kiosk/main.tsx': "import './kiosk.css'\n",
  'kiosk/kiosk.css': "@import 'typeface/wght.css';\n",
  'kiosk/forgotten.css': 'p { margin: 0 }\n',
  'src-server/booking/rules.ts':
    'export const wanted = () => 1\nexport const unwanted = () => 2\nexport type Idle = string\n',
  'src-server/booking/orphan.ts': 'export const nobody = 1\n',
  'tests/unit/rules.test.ts': "import '../../src-server/booking/rules.ts'\nimport '../help.ts'\n",
  'tests/help.ts': 'export {}\n',
  'tools/start.ts': "import './start/run.ts'\n",
  'tools/start/run.ts': 'export {}\n',
  'tools/start/walk.ts': 'export {}\n',
}

interface Issue {
  readonly file: string
  readonly [kind: string]: readonly { name: string }[] | string
}

/** Runs the real knip configuration; what it finds, as `kind file name`. */
function findUnused(root: string): string[] {
  cpSync(join(repository, 'knip.ts'), join(root, 'knip.ts'))
  const knip = join(repository, 'node_modules/knip/bin/knip.js')
  const run = spawnSync(process.execPath, [knip, '--no-progress', '--reporter', 'json'], {
    cwd: root,
    encoding: 'utf8',
  })
  const { issues } = JSON.parse(run.stdout) as { issues: Issue[] }
  return issues.flatMap((issue) =>
    Object.entries(issue).flatMap(([kind, found]) =>
      typeof found === 'string' ? [] : found.map(({ name }) => `${kind} ${issue.file} ${name}`),
    ),
  )
}

it('finds the planted file, export, type and dependency that nobody uses, and nothing else', async () => {
  const found = await inPlantedTree(planted, findUnused)
  expect(found.toSorted()).toEqual([
    'dependencies package.json unused',
    'exports src-server/booking/rules.ts unwanted',
    'files kiosk/forgotten.css kiosk/forgotten.css',
    'files src-server/booking/orphan.ts src-server/booking/orphan.ts',
    'files tools/start/walk.ts tools/start/walk.ts',
    'types src-server/booking/rules.ts Idle',
  ])
}, 60_000)
