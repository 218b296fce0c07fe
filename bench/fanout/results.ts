import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ChurnFigures } from './modes/churn.ts'
import type { PaceFigures } from './modes/pace.ts'
import type { StalledFigures } from './modes/stalled.ts'
import type { SteadyFigures } from './modes/steady.ts'

export type Named<F> = F & { readonly server: string }

export interface SteadyResult {
  readonly clients: number
  readonly servers: readonly Named<SteadyFigures>[]
}

/** What the runs came to, by mode. A run replaces the modes that it measured. */
export interface Results {
  readonly steady?: readonly SteadyResult[]
  readonly pace?: { readonly clients: number; readonly paces: readonly PaceFigures[] }
  readonly churn?: readonly Named<ChurnFigures>[]
  readonly stalled?: readonly Named<StalledFigures>[]
  readonly largest?: readonly Named<{ readonly clients: number }>[]
}

const folder = new URL('../results/', import.meta.url)
const file = new URL('fanout.json', folder)

export function readResults(): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {}
}

/** Three digits tell all that such a measurement knows. */
function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
}

export function writeResults(results: Results, plot: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify(results, rounded, 2)}\n`)
  writeFileSync(new URL('fanout.svg', folder), plot)
}

/** The middle of each figure over the rounds, the lower of two middles; a figure that any round lacks is lacking. */
export function medianOf<F extends object>(rounds: readonly F[]): F {
  const [first] = rounds
  if (first === undefined) throw new RangeError('no rounds')
  const entries = Object.entries(first).map(([key, value]: [string, unknown]) => {
    const values = rounds.map((round) => (round as Readonly<Record<string, unknown>>)[key])
    if (typeof value === 'object' && value !== null) return [key, medianOf(values as object[])]
    const sorted = values.filter((each) => typeof each === 'number').sort((a, b) => a - b)
    return [key, sorted.length < rounds.length ? value : sorted[Math.floor((sorted.length - 1) / 2)]]
  })
  return Object.fromEntries(entries) as F
}
