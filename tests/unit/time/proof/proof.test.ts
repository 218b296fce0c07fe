import { afterAll, describe, expect, it } from 'vitest'
import { linkFixture } from '../fixture.ts'
import { testSeed, withSeed } from '../../../support/seeded.ts'
import { coldStart, tenMinutesAlone, twentyMinutes, watch, type Errors } from './clock-errors.ts'
import { millionSamples } from './million-samples.ts'
import { badWifi, lan, steady } from './networks.ts'
import { ms, proofTable, type ProofLine } from './proof-table.ts'
import { restart, type Ending, type Spread } from './restart-spread.ts'

const seed = testSeed(2025)
const lines: ProofLine[] = []

/** Seeds beside each other, for a line must hold whatever chance does. */
const seeds = (count: number) => Array.from({ length: count }, (_, index) => seed + index)

function expectKept(line: ProofLine): void {
  lines.push(line)
  expect(line.kept, `${line.line}: promised ${line.promised}, measured ${line.measured}, seed ${seed}`).toBe(true)
}

function inWords({ p50, p99, max }: Errors): string {
  return `p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)}`
}

/** `npm run proof:clock` prints the table. Each figure is the worst over its seeds. */
afterAll(() => console.log(`\n${proofTable(lines)}\n(seed ${seed}; KERBSIDE_TEST_SEED sets another)`))

describe('the client’s clock keeps what it promises', { timeout: 60_000 }, () => {
  it.each([40, -40])('on a LAN, at %i ppm', (ppm) => {
    const errors = twentyMinutes(lan, ppm, seeds(10))
    const line = `LAN, ${ppm} ppm, 20 ms of jitter each way, 20 min, 10 seeds`
    const kept = errors.p99 <= 5 && errors.max <= 10
    expectKept({ line, promised: 'p99 ≤ 5 ms, max ≤ 10 ms', measured: inWords(errors), kept })
  })

  it('on bad Wi-Fi', () => {
    const errors = twentyMinutes(badWifi, -60, seeds(10))
    const line = 'bad Wi-Fi, −60 ppm, 40 ms asymmetric, 300 ms spikes, loss, 20 min, 10 seeds'
    expectKept({ line, promised: 'p99 ≤ 50 ms', measured: inWords(errors), kept: errors.p99 <= 50 })
  })

  it('from cold', () => {
    const { toFiftyMs, uncertaintyMs } = coldStart(steady(10), seed)
    const line = 'cold sync, 20 ms of round trip'
    const measured = `after ${ms(toFiftyMs)}; ± ${ms(uncertaintyMs)} after 500 ms`
    expectKept({ line, promised: '± 50 ms within 500 ms', measured, kept: toFiftyMs <= 500 && uncertaintyMs <= 50 })
  })

  // With much jitter a rate cannot be learned in one minute: of 600 seeds, 26 came to between 60 and 80 ms.
  it.each([
    ['1 min 5 ms away', steady(5), 60_000, 1],
    ['2 min with 20 ms of jitter each way', lan, 120_000, 10],
  ])('alone for ten minutes, after %s', (after, network, linkedMs, count) => {
    const errors = tenMinutesAlone(network, linkedMs, seeds(count))
    const line = `holdover 10 min, 100 ppm, after ${after}, ${count === 1 ? 'one seed' : `${count} seeds`}`
    expectKept({ line, promised: 'max ≤ 60 ms', measured: inWords(errors), kept: errors.max <= 60 })
  })

  it('the true time is inside the bounds in every one of a million samples', () => {
    const { samples, inside } = millionSamples(seed)
    const line = 'true time inside the bounds, any drift, delay, sleep'
    const measured = `${((100 * inside) / samples).toFixed(4)} % of ${samples}`
    expectKept({ line, promised: '100 % of 1000000', measured, kept: samples === 1_000_000 && inside === samples })
  })

  it('the truth stays inside the bounds through sleeps, losses and device clocks set at random', () => {
    withSeed(5, (random) => {
      const fixture = linkFixture({ random })
      const { world, server } = fixture
      for (let round = 0; round < 60; round += 1) {
        const chance = random()
        if (chance < 0.3) world.sleep(300 + random() * 600_000)
        else if (chance < 0.5) world.wallOffsetMs += (random() - 0.5) * 1e10
        else if (chance < 0.7) server.dropAll()
        else if (chance < 0.8) server.mute = !server.mute
        watch(fixture, 5000)
      }
      expect(world.now).toBeGreaterThan(60 * 5000)
    })
  })
})

describe('two hundred clients of a server that restarts', { timeout: 60_000 }, () => {
  const away: Record<Ending, readonly number[]> = { closes: [0, 300, 600, 1000, 2000, 5000], hangs: [0, 1000, 5000] }

  it.each(['closes', 'hangs'] as const)('are all back soon, and not all at once, when it %s', (ending) => {
    const spreads = away[ending].flatMap((awayMs) => seeds(2).map((one) => restart(awayMs, ending, one)))
    const worst = (of: keyof Spread) => Math.max(...spreads.map((spread) => spread[of]))
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`
    const line = `200 clients, server ${ending} and is away 0 to 5 s, 2 seeds each`
    const measured = `all back in ${ms(worst('allBackMs'))}; ${percent(worst('mostTries'))} try, ${percent(worst('mostBack'))} are back within 100 ms`
    const kept = worst('allBackMs') <= 15_000 && worst('mostTries') <= 0.25 && worst('mostBack') <= 0.25
    expectKept({ line, promised: 'all back ≤ 15 s, ≤ 25 % within any 100 ms', measured, kept })
  })
})
