import { quantile } from '../quantile.ts'
import type { AvailabilityFigures } from './availability.ts'
import { kerbside, lonely, noOp } from './contenders.ts'
import type { LoadReport } from './load.ts'

/** What one round has measured, by contender. */
export interface Round {
  /** Confirmed appends a second: what the disk allows for commits that do not share. */
  readonly diskWaits: number
  readonly runs: Readonly<Record<string, LoadReport & { readonly ticks?: Ticks }>>
}

/** How late ticks left, in ms. */
interface Ticks {
  readonly idle: readonly number[]
  readonly busy: readonly number[]
}

interface ContenderFigures {
  readonly name: string
  readonly bookingsPerSecond: number
  readonly processorMs: number | null
  readonly p50: number
  readonly p99: number
  readonly refused: number
}

/** Medians over the rounds. */
export interface Figures {
  readonly clients: number
  readonly rounds: number
  readonly diskWaitsPerSecond: number
  readonly contenders: readonly ContenderFigures[]
  readonly ticks: Readonly<Record<'idleP50' | 'idleP99' | 'busyP50' | 'busyP99', number>>
  /** Medians of the ratios within each round. */
  readonly ratios: Readonly<Record<string, number>>
  readonly history: readonly AvailabilityFigures[]
}

const median = (values: readonly number[]) => quantile(values, 0.5)
const rate = (run: LoadReport | undefined) => (run === undefined ? Number.NaN : run.booked / run.seconds)

export function figuresOf(rounds: readonly Round[], history: readonly AvailabilityFigures[], clients: number): Figures {
  const names = Object.keys(rounds[0]?.runs ?? {})
  const runsOf = (name: string) => rounds.flatMap(({ runs }) => runs[name] ?? [])
  const ticks = runsOf(kerbside).flatMap((run) => run.ticks ?? [])
  const idle = ticks.flatMap((each) => each.idle)
  const busy = ticks.flatMap((each) => each.busy)
  const least = history[0]
  const most = history.at(-1)
  const within = (ratio: (round: Round) => number) => median(rounds.map(ratio))
  const p99 = (run: LoadReport | undefined) => run?.latency.p99 ?? Number.NaN
  return {
    clients,
    rounds: rounds.length,
    diskWaitsPerSecond: median(rounds.map(({ diskWaits }) => diskWaits)),
    contenders: names.map((name) => contenderFigures(name, runsOf(name))),
    ticks: {
      idleP50: median(idle),
      idleP99: quantile(idle, 0.99),
      busyP50: median(busy),
      busyP99: quantile(busy, 0.99),
    },
    ratios: {
      [`rate: ${kerbside} to ${lonely}`]: within(({ runs }) => rate(runs[kerbside]) / rate(runs[lonely])),
      [`rate: ${kerbside} to ${noOp}`]: within(({ runs }) => rate(runs[kerbside]) / rate(runs[noOp])),
      [`rate: ${kerbside} to confirmed appends`]: within(({ runs, diskWaits }) => rate(runs[kerbside]) / diskWaits),
      [`p99: ${kerbside} to ${lonely}`]: within(({ runs }) => p99(runs[kerbside]) / p99(runs[lonely])),
      'p99 lateness of ticks: at full rate to idle': quantile(busy, 0.99) / quantile(idle, 0.99),
      ...(least === undefined || most === undefined
        ? {}
        : {
            [`parking availability: ${most.bookings} to ${least.bookings} bookings`]: most.parkingMs / least.parkingMs,
            [`wash availability: ${most.bookings} to ${least.bookings} bookings`]: most.washMs / least.washMs,
          }),
    },
    history,
  }
}

function contenderFigures(name: string, runs: readonly LoadReport[]): ContenderFigures {
  return {
    name,
    bookingsPerSecond: median(runs.map(rate)),
    processorMs: runs.some((run) => run.processorMs === null) ? null : median(runs.map((run) => run.processorMs ?? 0)),
    p50: median(runs.map(({ latency }) => latency.p50)),
    p99: median(runs.map(({ latency }) => latency.p99)),
    refused: runs.flatMap(({ refused }) => Object.values(refused)).reduce((sum, count) => sum + count, 0),
  }
}

/** The figures as a page of text. */
export function report(figures: Figures): string {
  const rows = figures.contenders.map(
    ({ name, bookingsPerSecond, processorMs, p50, p99, refused }) =>
      `${name.padEnd(56)} ${bookingsPerSecond.toFixed(0).padStart(7)}/s ${(processorMs ?? Number.NaN).toFixed(3).padStart(8)} ms` +
      ` ${p50.toFixed(1).padStart(8)} ${p99.toFixed(1).padStart(8)} ${String(refused).padStart(7)}`,
  )
  const { ticks } = figures
  return [
    `${figures.clients} kiosks, ${figures.rounds} rounds; confirmed appends ${figures.diskWaitsPerSecond.toFixed(0)}/s`,
    `${''.padEnd(56)} ${'booked'.padStart(9)} ${'processor'.padStart(11)} ${'p50 ms'.padStart(8)} ${'p99 ms'.padStart(8)} refused`,
    ...rows,
    `ticks leave after their second, ms: idle p50 ${ticks.idleP50.toFixed(2)} p99 ${ticks.idleP99.toFixed(2)},` +
      ` at full rate p50 ${ticks.busyP50.toFixed(2)} p99 ${ticks.busyP99.toFixed(2)}`,
    ...figures.history.map(
      ({ bookings, parkingMs, washMs }) =>
        `availability beside ${String(bookings).padStart(7)} bookings: parking ${parkingMs.toFixed(2)} ms, wash ${washMs.toFixed(2)} ms`,
    ),
    ...Object.entries(figures.ratios).map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`),
  ].join('\n')
}
