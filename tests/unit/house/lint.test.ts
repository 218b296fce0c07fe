import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inPlantedTree, repository } from './planted-tree.ts'

/** A planted line: this file, what stands in it, the rule that must fire. */
const planted: readonly [file: string, text: string, rule: string][] = [
  ['src-server/booking/a.ts', 'export const a = Date.now()', 'house(no-date-clock)'],
  ['src-server/booking/b.ts', 'export const b = new Date()', 'house(no-date-clock)'],
  ['src-server/booking/c.ts', 'export const c = new Date(0)', 'house(no-date-value)'],
  ['src-server/booking/d.ts', 'export const d = process.hrtime.bigint()', 'house(no-ambient-clock)'],
  ['src-server/booking/e.ts', 'setTimeout(() => {}, 1000)', 'house(no-ambient-timer)'],
  ['src-server/booking/f.ts', 'setInterval(() => {}, 1000)', 'house(no-ambient-timer)'],
  ['src-server/booking/g.ts', 'export const g = Math.random()', 'house(no-ambient-random)'],
  ['src-server/booking/h.ts', "export { randomUUID } from 'node:crypto'", 'house(no-ambient-random)'],
  ['src-server/booking/i.ts', "export const i: unknown = JSON.parse('1')", 'house(parse-with-schema)'],
  ['src-shared/clock/j.ts', 'export const j = Date.now()', 'house(no-date-clock)'],
  ['src-shared/ui/k.tsx', 'export const k = performance.now()', 'house(no-ambient-clock)'],
  ['src-main/l.ts', 'export const l = new Date()', 'house(no-date-clock)'],
  ['src-main/preload/m.ts', 'export const m = Math.random()', 'house(no-ambient-random)'],
  ['src-renderer/n.tsx', 'export const n = Date.now()', 'house(no-date-clock)'],
  ['kiosk/o.tsx', 'export const o = window.performance.now()', 'house(no-ambient-clock)'],

  // A wrapper is let off its own subject only, and a neighbour of it nothing.
  ['src-server/clock/system-timers.ts', 'export const p = Date.now()', 'house(no-date-clock)'],
  ['src-server/clock/system-time-source.ts', 'setTimeout(() => {}, 1)', 'house(no-ambient-timer)'],
  ['src-server/ids/system-random.ts', 'export const q = performance.now()', 'house(no-ambient-clock)'],
  ['src-server/clock/system-time-source-2.ts', 'export const r = Date.now()', 'house(no-date-clock)'],
  ['src-shared/format/s.ts', 'export const s = new Date()', 'house(no-date-clock)'],

  // What the public plugins are there for.
  ['src-server/t.ts', 'async function t() {}\nt()', 'typescript(no-floating-promises)'],
  ['src-server/u.ts', 'export const u = (x: any): unknown => x', 'typescript(no-explicit-any)'],
  ['src-server/v.ts', "export const v: string = JSON['pars' + 'e']('1')", 'typescript(no-unsafe-assignment)'],
  [
    'src-server/w.ts',
    "export function w(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'src-server/x.ts',
    "import { W } from './w2.ts'\nexport const x = (w: W) => w",
    'typescript(consistent-type-imports)',
  ],
  ['src-server/w2.ts', "export type W = import('./x.ts').X", 'typescript(consistent-type-imports)'],
  ['src-server/y.ts', "import { z } from './z.ts'\nexport const y = (): unknown => z", 'import(no-cycle)'],
  ['src-server/z.ts', "import { y } from './y.ts'\nexport const z = (): unknown => y", 'import(no-cycle)'],
  [
    'kiosk/hooks.tsx',
    "import { useState } from 'react'\nexport function Hooks({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}",
    'react-hooks(rules-of-hooks)',
  ],
  ['kiosk/words.tsx', 'export const Words = () => <p>Pay here</p>', 'house(no-words-in-jsx)'],
  ['kiosk/alt.tsx', 'export const Alt = () => <img src="a.png" />', 'jsx-a11y(alt-text)'],
  ['kiosk/unused-excuse.ts', '// oxlint-disable-next-line no-eval\nexport const e = 1', 'unused-directive'],
]

/** Each wrapper uses what it wraps. */
const allowed: Readonly<Record<string, string>> = {
  'src-server/clock/system-time-source.ts': 'export const a = [Date.now(), process.hrtime.bigint(), new Date()]',
  'src-server/clock/system-timers.ts': 'export const b = setTimeout(() => {}, 1)',
  'src-server/ids/system-random.ts': "export { randomBytes } from 'node:crypto'",
  'kiosk/session/idempotency-key.ts': 'export const g = crypto.getRandomValues(new Uint8Array(1))',
  'src-shared/ui/browser/browser-time.ts':
    'export const c = [performance.now(), Date.now(), setTimeout(() => {}, 1), Math.random()]',
  'src-shared/format/date.ts': 'export const d = new Date(0)',
  'src-shared/protocol/parse.ts': "export const e: unknown = JSON.parse('1')",
  'tests/unit/f.test.ts': 'export const f = Date.now()',
  'tools/g.ts': 'export const g = new Date()',
}

interface Finding {
  readonly file: string
  readonly rule: string
}

/** Runs the real oxlint configuration, with the house rules, over these files. */
function lint(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  return inPlantedTree(files, (root) => {
    cpSync(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'))
    cpSync(join(repository, 'tools/check/oxlint-rules'), join(root, 'tools/check/oxlint-rules'), { recursive: true })
    for (const world of [
      'src-shared',
      'src-shared/ui',
      'src-server',
      'src-main',
      'src-main/preload',
      'src-renderer',
      'kiosk',
    ]) {
      cpSync(join(repository, world, 'tsconfig.json'), join(root, world, 'tsconfig.json'))
    }
    cpSync(join(repository, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(repository, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format=unix', ...Object.keys(files)],
      { cwd: root, encoding: 'utf8' },
    )
    if (status !== 0 && status !== 1) throw new Error(stdout + stderr)
    return stdout.split('\n').flatMap((line) => findingOf(line))
  })
}

function findingOf(line: string): Finding[] {
  const found = /^(?<file>[^:]+):\d+:\d+: .*\[(?:Error|Warning)(?:\/(?<rule>.+))?\]$/.exec(line)?.groups
  return found?.['file'] ? [{ file: found['file'], rule: found['rule'] ?? 'unused-directive' }] : []
}

describe('the lint configuration', () => {
  let findings: Finding[] = []
  beforeAll(async () => {
    findings = await lint(Object.fromEntries(planted.map(([file, text]) => [file, `${text}\n`])))
  }, 60_000)

  it.each(planted)('refuses in %s: %s', (file, _text, rule) => {
    expect(findings.filter((finding) => finding.file === file).map((finding) => finding.rule)).toContain(rule)
  })

  it('lets each wrapper use what it wraps, and tests and tools what they need', async () => {
    expect(await lint(allowed)).toEqual([])
  }, 60_000)
})
