import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { simulate, WHOLE_S } from './simulate/run.ts'

/** Many kiosks and several servers, in a world with its own time: each kiosk is the product's own client. See docs/scale.md. */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000000' },
    servers: { type: 'string', default: '20' },
    live: { type: 'string', default: '0.1' },
    'server-offset': { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: String(WHOLE_S) },
    out: { type: 'string' },
  },
})

const options = {
  clients: Number(values.clients),
  servers: Number(values.servers),
  live: Number(values.live),
  serverOffsetMs: Number(values['server-offset']),
  seed: Number(values.seed),
  until: Number(values.until),
}
if (!Object.values(options).every((value) => Number.isFinite(value))) throw new TypeError('options are numbers')

const { figures, wallSeconds, rss, events } = simulate(options, (second) => {
  process.stderr.write(`${second} s of ${options.until}, ${(process.memoryUsage.rss() / 2 ** 30).toFixed(1)} GiB\n`)
})
const result = {
  options,
  took: { seconds: Math.round(wallSeconds), memory_mb: Math.round(rss / 1e6), events },
  ...figures,
}
console.log(JSON.stringify(result, null, 2))
const results = new URL('./results/', import.meta.url)
mkdirSync(results, { recursive: true })
writeFileSync(new URL(values.out ?? 'simulate.json', results), `${JSON.stringify(result, null, 2)}\n`)
