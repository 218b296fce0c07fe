import { describe, expect, it } from 'vitest'
import { bans, findBannedText } from '../../../tools/check/banned-text.ts'
import { inPlantedTree, repository } from './planted-tree.ts'

/** The words are spelled in pieces: this file is searched as well. */
const slash = '/'
const folder = (...names: string[]) => slash + names.join(slash)
const host = (...names: string[]) => names.join('.')
const setting = (name: string, value: string) => [name, value].join('=')

const planted: readonly [file: string, text: string, ban: string][] = [
  ['src-server/store/sqlite/a.ts', "db.exec('CREATE TABLE t (at TEXT DEFAULT CURRENT_TIMESTAMP)')", 'sql-clock'],
  ['src-server/store/sqlite/b.sql', 'select current_date', 'sql-clock'],
  ['src-server/store/sqlite/c.ts', `sql\`SELECT datetime('now')\``, 'sql-clock'],
  ['src-server/store/sqlite/d.ts', `sql("SELECT date ( 'now', '+1 day' )")`, 'sql-clock'],
  ['src-server/store/sqlite/e.ts', `sql\`strftime('%s',\n 'now')\``, 'sql-clock'],
  ['src-server/store/sqlite/f.sql', 'SELECT unixepoch()', 'sql-clock'],
  ['src-server/store/sqlite/g.sql', "SELECT strftime('%s')", 'sql-clock'],
  ['src-server/store/sqlite/h.sql', "SELECT unixepoch('now', 'subsec')", 'sql-clock'],
  ['src-server/store/sqlite/i.sql', 'SELECT julianday("NOW")', 'sql-clock'],
  ['kiosk/j.ts', 'const q = "SELECT CURRENT_TIME"', 'sql-clock'],
  ['src-server/booking/k.ts', '// oxlint-disable-next-line house/no-date-clock', 'time-rule-disabled'],
  ['src-main/window/p.ts', 'void shell.openExternal(url)', 'open-external'],
  ['docs/l.md', `See ${folder('work', 'shared', 'x.md')}`, 'machine-path'],
  ['tools/m.ts', `const dir = '${folder('home', 'someone', 'kerbside')}'`, 'home-path'],
  ['tools/n.ts', `const dir = '${folder('Users', 'someone')}'`, 'home-path'],
  ['.ci/run', `cd ${folder('root', 'x')}`, 'machine-path'],
  ['docs/o.md', ['C:', 'Users', 'someone'].join('\\'), 'home-path'],
  ['README.md', `Packages come from https://${host('registry', 'npmjs', 'org')}`, 'registry-host'],
  ['.npmrc', setting('registry', 'http://localhost'), 'registry-host'],
  ['package-lock.json', '{ "node_modules/x": { "resolved": "https://somewhere/x.tgz" } }', 'lockfile-address'],
]

const harmless = {
  'src-server/store/sqlite/a.ts':
    "sql`SELECT strftime('%s', ?), datetime(busy_from / 1000, 'unixepoch') FROM allocation`",
  'src-server/store/sqlite/b.ts': 'const at = clock.now(); const { time } = tick; row.date()',
  'src-shared/c.ts': 'export type Format = { datetime: string; time(): string; unixepoch: number }',
  'tools/d.ts': "join(import.meta.dirname, '..', 'work'); fetch(`${base}/home/x`); const route = './root/x'",
  'tests/unit/f.test.ts': `expect(folder('${folder('home', 'me', '.config')}'))`,
  'docs/e.md': 'The registry is the one that your npm is set to.',
}

describe('banned text', () => {
  it.each(planted)('is found in %s: %s', async (file, text, ban) => {
    const found = await inPlantedTree({ [file]: text }, findBannedText)
    expect(found).toEqual([`${file}:1 ${ban}`])
  })

  it('is not seen where there is none', async () => {
    expect(await inPlantedTree(harmless, findBannedText)).toEqual([])
  })

  it('has every ban proven by a planted line', () => {
    expect(new Set(planted.map(([, , ban]) => ban))).toEqual(new Set(bans.map((ban) => ban.name)))
  })

  it('stands nowhere in this repository', () => {
    expect(findBannedText(repository)).toEqual([])
  })
})
