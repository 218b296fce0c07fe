import type { FakeTimeServer } from '../../tests/unit/time/fake-time-server.ts'
import type { FakeWorld } from '../../tests/unit/time/fake-world.ts'
import { badWifi, lan, type Network } from '../../tests/unit/time/proof/networks.ts'

const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE

/** Something that happens to the device or the server, so many milliseconds after the page was opened. */
export interface Happening {
  readonly atMs: number
  readonly happen: (world: FakeWorld, server: FakeTimeServer) => void
}

export interface Scenario {
  readonly name: string
  readonly network: Network
  /** How fast the device's crystal runs, and with it both of its clocks. */
  readonly devicePpm: number
  /** When looking begins and ends, milliseconds after the page was opened. */
  readonly fromMs: number
  readonly untilMs: number
  readonly lookEveryMs: number
  readonly happenings: readonly Happening[]
}

const twentyMinutes = { fromMs: 5000, untilMs: 20 * MINUTE, lookEveryMs: 100, happenings: [] }

function lose(_world: FakeWorld, server: FakeTimeServer): void {
  server.reachable = false
  server.dropAll()
}

const step = (ms: number) => (world: FakeWorld) => {
  world.wallOffsetMs += ms
}

export const scenarios: readonly Scenario[] = [
  { ...twentyMinutes, name: 'LAN, 20 ms of jitter each way, 40 ppm, 20 min', network: lan, devicePpm: 40 },
  { ...twentyMinutes, name: 'bad Wi-Fi: asymmetric, 300 ms spikes, loss, 20 min', network: badWifi, devicePpm: -60 },
  {
    name: 'cold: the first two seconds of a page, LAN',
    network: lan,
    devicePpm: 40,
    fromMs: 0,
    untilMs: 2000,
    lookEveryMs: 10,
    happenings: [],
  },
  {
    name: 'holdover: ten minutes without the server, 100 ppm, LAN',
    network: lan,
    devicePpm: 100,
    fromMs: MINUTE,
    untilMs: 11 * MINUTE,
    lookEveryMs: 100,
    happenings: [{ atMs: MINUTE, happen: lose }],
  },
  {
    ...twentyMinutes,
    name: 'device clock set by +1 h, −5 min and −10 years, LAN',
    network: lan,
    devicePpm: 40,
    happenings: [
      { atMs: 5 * MINUTE, happen: step(60 * MINUTE) },
      { atMs: 10 * MINUTE, happen: step(-5 * MINUTE) },
      { atMs: 15 * MINUTE, happen: step(-10 * YEAR) },
    ],
  },
  {
    ...twentyMinutes,
    name: 'device asleep three times, up to 10 min, LAN',
    network: lan,
    devicePpm: 40,
    happenings: [45_000, 2 * MINUTE, 10 * MINUTE].map((ms, index) => ({
      atMs: (index + 1) * 5 * MINUTE,
      happen: (world: FakeWorld) => world.sleep(ms),
    })),
  },
]
