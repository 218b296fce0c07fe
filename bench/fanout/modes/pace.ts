import type { Contender } from '../contenders.ts'
import type { Pace } from '../load/orders.ts'
import { linkPaces } from '../../../src-shared/time/link-pace.ts'
import { cpuMs } from '../../process-figures.ts'
import { pause } from '../running-server.ts'
import { withServer } from './session.ts'

/** As long as a page that rests (`src-shared/time/link-pace.ts`) leaves its clock alone; 250 ppm of drift make 7.5 ms of it. */
const SECONDS_BETWEEN_EXCHANGES = linkPaces.resting.tickEveryMs / 1000

export interface PaceFigures {
  readonly pace: string
  /** Server CPU for each second and 1,000 clients, whatever else the server does included. */
  readonly cpuMs: number
  /** How far off a client can be just before its next exchange, in ms, p99; null for clients that go by ticks alone. */
  readonly uncertainty: number | null
}

export const paces: readonly { readonly name: string; readonly pace: Pace | undefined }[] = [
  { name: 'a tick each second', pace: undefined },
  { name: 'as kiosks rest: a tick and an exchange every 30 s', pace: exchanging(SECONDS_BETWEEN_EXCHANGES, true) },
  { name: 'no ticks, exchanges every 30 s at any moment', pace: exchanging(0, false) },
]

function exchanging(every: number, afterTicks: boolean): Pace {
  return { every, secondsBetweenExchanges: SECONDS_BETWEEN_EXCHANGES, afterTicks }
}

/** What clients cost that ask for the time themselves, and for fewer ticks. Measured over one of their rounds. */
export function pacing(
  contender: Contender,
  clients: number,
  { name, pace }: (typeof paces)[number],
): Promise<PaceFigures> {
  return withServer(contender, async ({ server, load, settle }) => {
    await load.connect(clients, pace)
    await settle()
    if (pace !== undefined) await pause(pace.secondsBetweenExchanges * 1000)
    let before = 0
    const { uncertainty } = await load.measure(SECONDS_BETWEEN_EXCHANGES, () => (before = cpuMs(server.pid)))
    const spent = cpuMs(server.pid) - before
    return { pace: name, cpuMs: spent / SECONDS_BETWEEN_EXCHANGES / (clients / 1000), uncertainty }
  })
}
