import { fileURLToPath } from 'node:url'
import { contenders } from './fanout/contenders.ts'
import { readOptions, usage, type Options } from './fanout/options.ts'
import { pinning } from './fanout/pinned.ts'
import { plot } from './fanout/plot.ts'
import { processesAreListed } from './process-figures.ts'
import { warnOfThrottling } from './real-time.ts'
import { readResults, writeResults } from './fanout/results.ts'
import { run } from './fanout/run.ts'
import { buffersAreSmall, runWithSmallBuffers } from './fanout/small-buffers.ts'
import { tables } from './fanout/tables.ts'

function optionsOrUsage(args: readonly string[]): Options {
  try {
    return readOptions(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}

/** Those that can take part; why the others cannot is told. */
function present({ only, fromSource }: Options) {
  return contenders(fromSource).filter(({ key, name, absent }) => {
    if (only.length > 0 && !only.includes(key)) return false
    const why = absent()
    if (why !== undefined) console.error(`${name} is not here: ${why}`)
    return why === undefined
  })
}

const args = process.argv.slice(2)
const options = optionsOrUsage(args)
if (!processesAreListed) {
  console.error('What servers use is read from /proc, which this system has not: run the benchmark on Linux.')
  process.exit(2)
}
warnOfThrottling()
const here = present(options)
for (const mode of options.modes) {
  if (mode === 'stalled' && !buffersAreSmall) {
    const again = [fileURLToPath(import.meta.url), ...args, '--modes', 'stalled']
    if (!runWithSmallBuffers(again)) console.error('stalled readers: needs unshare(1), ip(8) and a user namespace')
  } else {
    const results = { ...readResults(), ...(await run(mode, here, options)) }
    writeResults(results, plot(results))
  }
}
if (!buffersAreSmall) {
  console.log(tables(readResults()))
  console.log(`\nServers and load generator: ${pinning}. Compare the ratios; absolute times are this machine's.`)
}
