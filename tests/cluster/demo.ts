import { Cluster } from './cluster.ts'
import { bookAndCancel } from './load.ts'
import { ensureBuilt } from '../../tools/build/ensure-built.ts'
import { say } from '../../tools/terminal/progress.ts'

/**
 * `npm run cluster:demo`: three servers of one demo site on a PostgreSQL, a Redis and an nginx of their own, all on
 * loopback, with customers that book and cancel. Each second it says what they met. Ctrl-C ends it, and nothing stays.
 * `npm run cluster:demo -- 5` starts five servers.
 */
const count = Number(process.argv[2] ?? 3)
if (!Number.isInteger(count) || count < 1 || count > 9) {
  say('How many servers? A whole number from 1 to 9.')
  process.exit(2)
}
await ensureBuilt()
const ended = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort())
const cluster = await Cluster.start(count)
try {
  say(`The kiosk, by nginx:  ${cluster.url}/kiosk/  (a certificate of its own: your browser will ask)`)
  for (const { name, consoleUrl, pid } of cluster.servers) say(`${name}, process ${pid}:  ${consoleUrl}`)
  say('At any console: owner / harbour-owner, PIN 2468. Kill a server, and look at what the line below says.')
  await bookAndCancel(cluster, ended.signal, say)
} finally {
  await cluster.stop()
}
