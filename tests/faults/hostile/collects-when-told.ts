import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Loaded into the server under attack (`--import`): on SIGUSR2 it lets go of all that nobody holds. What it has resident
 * afterwards is what it holds; without that, how much garbage lies about says more than any attack does.
 */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: object) => void
process.on('SIGUSR2', () => {
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
})
