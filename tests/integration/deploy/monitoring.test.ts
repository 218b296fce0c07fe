import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { unpackedProgram } from '../../../tools/machine/unpacked-program.ts'
import { projectRoot } from '../../../tools/places.ts'
import { runCommand } from '../../../tools/terminal/command.ts'
import { needs } from '../../support/needs.ts'
import { signIn, startStillServer, type StillServer } from '../../support/still-server.ts'

const folder = join(projectRoot, 'deploy')
const rules = readFileSync(join(folder, 'prometheus/kerbside.rules.yml'), 'utf8')

interface Panel {
  readonly id: number
  readonly title: string
  readonly type: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly { readonly expr: string }[]
}
const dashboard = JSON.parse(readFileSync(join(folder, 'grafana/kerbside.json'), 'utf8')) as { panels: Panel[] }

/** The expressions of the rules and of the dashboard, each with where it stands. */
const expressions: readonly (readonly [string, string])[] = [
  ...[...rules.matchAll(/alert: (\w+)\n\s+expr: (.+)/g)].map(([, name = '', expr = '']) => [name, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
]

/** What Prometheus adds to what it asks, or makes itself. */
const addedLabels = new Set(['instance', 'job'])
const COUNTERS_ONLY = /\b(?:rate|increase|resets)\((\w+)/g

interface Exposed {
  readonly types: ReadonlyMap<string, string>
  /** Of each metric, the values of each label. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>
}

function readPage(page: string): Exposed {
  const types = new Map([...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
  const labels = new Map<string, Map<string, Set<string>>>()
  for (const [, name = '', text = ''] of page.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const known = labels.get(name) ?? new Map<string, Set<string>>()
    labels.set(name, known)
    for (const [, label = '', value = ''] of text.matchAll(/(\w+)="([^"]*)"/g)) {
      known.set(label, (known.get(label) ?? new Set()).add(value))
    }
  }
  return { types, labels }
}

/** What an expression asks for that the page does not have. */
function unknownIn(expr: string, { types, labels }: Exposed): readonly string[] {
  const named = [...expr.matchAll(/\b(kerbside_\w+)(?:\{([^}]*)\})?/g)]
  const faults = named.flatMap(([, name = '', text = '']) => {
    if (!labels.has(name)) return [`there is no ${name}`]
    return [...text.matchAll(/(\w+)(?:=~|=)"([^"]*)"/g)].flatMap(([, label = '', values = '']) => {
      if (addedLabels.has(label)) return []
      const known = labels.get(name)?.get(label)
      return values.split('|').flatMap((value) => (known?.has(value) ? [] : [`${name} has no ${label} ${value}`]))
    })
  })
  const counted = [...expr.matchAll(COUNTERS_ONLY)].filter(([, name = '']) => types.get(name) !== 'counter')
  const uncounted = named.filter(
    ([, name = '']) => types.get(name) === 'counter' && !new RegExp(`(?:rate|increase|resets)\\(${name}\\b`).test(expr),
  )
  return [
    ...faults,
    ...counted.map(([, name = '']) => `${name} is no counter`),
    ...uncounted.map(([, name = '']) => `${name} is a counter, whose value says nothing`),
  ]
}

describe('what is watched', () => {
  let still: StillServer
  let exposed: Exposed
  beforeAll(async () => {
    still = await startStillServer({ site: 'demo' })
    const admin = await signIn(still, { username: 'admin', password: 'harbour-admin' })
    const begun = await admin.post('/api/v1/backups')
    if (begun.status !== 200) throw new Error(`no backup could be begun: ${begun.text}`)
    const told = ['\nkerbside_backup_age_seconds ', '\nkerbside_disk_free_bytes{folder="audit"}']
    await vi.waitFor(
      async () => {
        const page = (await still.stranger.get('/metrics')).text
        for (const sample of told) if (!page.includes(sample)) throw new Error(`there is no ${sample}`)
      },
      { timeout: 50_000, interval: 200 },
    )
    exposed = readPage((await still.stranger.get('/metrics')).text)
  }, 60_000)
  afterAll(() => still.stop())

  it('is all there, with its type and its labels, on a running server', () => {
    expect(expressions.length).toBeGreaterThan(35)
    // What is absent while no sources agree, as in a world without any.
    const unseen = new Set(['kerbside_clock_uncertainty_seconds'])
    for (const name of unseen) expect(exposed.types.get(name)).toBe('gauge')
    const labels = new Map(exposed.labels)
    for (const name of unseen) labels.set(name, new Map())
    const known = { ...exposed, labels }
    expect(expressions.flatMap(([where, expr]) => unknownIn(expr, known).map((fault) => `${where}: ${fault}`))).toEqual(
      [],
    )
  })

  it.each([
    ['rate(kerbside_bays{state="taken"}[5m])', 'kerbside_bays is no counter'],
    ['kerbside_bays{state="stolen"} > 0', 'kerbside_bays has no state stolen'],
    ['kerbside_bays{colour="red"}', 'kerbside_bays has no colour red'],
    ['kerbside_bay > 0', 'there is no kerbside_bay'],
    ['kerbside_ticks_total > 5', 'kerbside_ticks_total is a counter, whose value says nothing'],
  ])('would be missed: %s', (expr, fault) => expect(unknownIn(expr, exposed)).toEqual([fault]))

  it('leaves out no metric', () => {
    const all = expressions.map(([, expr]) => expr).join('\n')
    // The worst since the start is for whoever reads the page: over time the latest one says more.
    const forReaders = new Set(['kerbside_tick_lateness_worst_seconds'])
    const names = [...exposed.types.keys()].filter((name) => !forReaders.has(name))
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([])
  })
})

describe('the dashboard', () => {
  it('has panels that lie beside each other, each with a number of its own', () => {
    const { panels } = dashboard
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { title, type, gridPos, targets } of panels) {
      expect([title, gridPos.x + gridPos.w <= 24, type === 'row' || (targets?.length ?? 0) > 0]).toEqual([
        title,
        true,
        true,
      ])
    }
    const overlaps = panels.flatMap((a, n) =>
      panels.slice(n + 1).flatMap((b) => {
        const [p, q] = [a.gridPos, b.gridPos]
        const apart = p.x + p.w <= q.x || q.x + q.w <= p.x || p.y + p.h <= q.y || q.y + q.h <= p.y
        return apart ? [] : [`${a.title} and ${b.title}`]
      }),
    )
    expect(overlaps).toEqual([])
  })
})

/** Where Prometheus’ own checker is, or why it cannot be had here. */
async function findPromtool(): Promise<{ program: string; obstacle?: undefined } | { obstacle: string }> {
  if (process.platform !== 'linux') return { obstacle: `promtool is had from Debian, this is ${process.platform}` }
  try {
    const program = await unpackedProgram('prometheus', 'usr/bin/promtool')
    const asked = await runCommand(program, ['--version'])
    return asked.code === 0 ? { program } : { obstacle: `promtool does not run here: ${asked.output.trim()}` }
  } catch (error) {
    return { obstacle: error instanceof Error ? error.message : String(error) }
  }
}

describe('the rules', { timeout: 400_000 }, () => {
  it.for<[string, string[], string]>([
    ['are found in order by Prometheus itself', ['check', 'rules', 'kerbside.rules.yml'], 'SUCCESS'],
    ['alert when they should, and not when they should not', ['test', 'rules', 'kerbside.rules.test.yml'], 'SUCCESS'],
  ])('%s', async ([, args, words], context) => {
    const found = await findPromtool()
    needs(context, found.obstacle)
    if (found.obstacle !== undefined) return
    const asked = await runCommand(found.program, args, { cwd: join(folder, 'prometheus') })
    expect([asked.code, asked.output]).toEqual([0, expect.stringContaining(words)])
  })

  it('are each seen alerting by a test of theirs', () => {
    const tests = readFileSync(join(folder, 'prometheus/kerbside.rules.test.yml'), 'utf8')
    const names = [...rules.matchAll(/alert: (\w+)/g)].map(([, name = '']) => name)
    expect(names.length).toBe(15)
    expect(names.filter((name) => !tests.includes(name))).toEqual([])
  })
})
