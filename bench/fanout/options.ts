import { parseArgs } from 'node:util'

const modes = ['steady', 'pace', 'churn', 'stalled', 'largest'] as const
export type Mode = (typeof modes)[number]

export interface Options {
  readonly modes: readonly Mode[]
  /** How many clients listen, one run each. */
  readonly clients: readonly number[]
  readonly rounds: number
  readonly seconds: number
  /** The contenders' keys; empty for all. */
  readonly only: readonly string[]
  /** Kerbside from its source, without a build. */
  readonly fromSource: boolean
}

export const usage = `npm run bench:fanout -- [options]
  --modes ${modes.join(',')}   what to measure; steady alone is the default
  --clients 500,2000           how many listen in the steady mode; the pace mode takes the last
  --rounds 2                   how often each server has its turn
  --seconds 8                  how long it is measured each time
  --only kerbside,ws-send      these servers only
  --from-source                Kerbside from its source, without a build
  --full                       everything that docs/performance.md tells: the better part of an hour`

const FULL = { modes: modes.join(','), clients: '500,2000,5000,10000', rounds: '3', seconds: '10' }

/** @throws Error that says what is wrong with the command line */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      modes: { type: 'string' },
      clients: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string', default: '' },
      'from-source': { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
    },
  })
  const defaults = values.full ? FULL : { modes: 'steady', clients: '500,2000', rounds: '2', seconds: '8' }
  const wanted = list(values.modes ?? defaults.modes)
  const unknown = wanted.find((mode) => !modes.some((known) => known === mode))
  if (unknown !== undefined) throw new Error(`there is no mode ${unknown}`)
  return {
    modes: modes.filter((mode) => wanted.includes(mode)),
    clients: list(values.clients ?? defaults.clients).map(count),
    rounds: count(values.rounds ?? defaults.rounds),
    seconds: count(values.seconds ?? defaults.seconds),
    only: list(values.only),
    fromSource: values['from-source'],
  }
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}

function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is not a count`)
  return value
}
