import type { Contender } from './contenders.ts'
import { churn } from './modes/churn.ts'
import { largest } from './modes/largest.ts'
import { paces, pacing } from './modes/pace.ts'
import { stalled } from './modes/stalled.ts'
import { steady } from './modes/steady.ts'
import type { Mode, Options } from './options.ts'
import { medianOf, type Named, type Results } from './results.ts'

/** Servers that tell the time when their own timer says so, not on the second. */
const UNALIGNED = ['original', 'ws-naive']

/** Each contender in turn, round after round, so that what else the machine does falls on all of them alike. */
async function inTurn<F extends object>(
  label: string,
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender) => Promise<F>,
): Promise<Named<F>[]> {
  const figures = new Map<string, F[]>()
  for (let round = 1; round <= rounds; round += 1) {
    for (const contender of contenders) {
      process.stderr.write(`${label}, round ${round} of ${rounds}: ${contender.name}\n`)
      try {
        const measured = await measure(contender)
        figures.set(contender.key, [...(figures.get(contender.key) ?? []), measured])
      } catch (error) {
        process.stderr.write(`  ${contender.name} dropped out: ${String(error)}\n`)
      }
    }
  }
  return [...figures].map(([server, measured]) => ({ server, ...medianOf(measured) }))
}

/** Measures one mode. @returns its part of the results */
export async function run(mode: Mode, contenders: readonly Contender[], options: Options): Promise<Results> {
  const { rounds, seconds, clients } = options
  switch (mode) {
    case 'steady': {
      const results = []
      for (const count of clients) {
        const servers = await inTurn(`${count} clients`, contenders, rounds, (each) => steady(each, count, seconds))
        results.push({ clients: count, servers })
      }
      return { steady: results }
    }
    case 'pace': {
      const count = clients.at(-1) ?? 1000
      const own = contenders.filter(({ key }) => key === 'kerbside')
      const results = []
      for (const pace of paces) {
        results.push(...(await inTurn(pace.name, own, rounds, (each) => pacing(each, count, pace))))
      }
      return { pace: { clients: count, paces: results } }
    }
    case 'churn':
      return { churn: await inTurn('churn', contenders, rounds, churn) }
    case 'stalled':
      return { stalled: await inTurn('stalled readers', contenders, 1, stalled) }
    case 'largest':
      return {
        largest: await inTurn('the most clients', contenders, 1, async (each) => ({
          clients: await largest(each, UNALIGNED.includes(each.key)),
        })),
      }
    default:
      return mode satisfies never
  }
}
