import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'

/** Something that goes wrong, for a while. What it has broken is whole again when it is over. */
type Fault = (cluster: Cluster, random: () => number) => Promise<void>

const oneOf = <T>(all: readonly T[], random: () => number): T => {
  const one = all[Math.floor(random() * all.length)]
  if (one === undefined) throw new RangeError('there is none')
  return one
}

export const faults: Readonly<Record<string, Fault>> = {
  async 'a server is killed'(cluster, random) {
    const server = oneOf(cluster.servers, random)
    await server.end('SIGKILL')
    await pause(1000 + random() * 3000)
    await server.start()
  },
  async 'a server is stopped and started'(cluster, random) {
    const server = oneOf(cluster.servers, random)
    await server.end('SIGTERM')
    await server.start()
  },
  async 'a server stands still, as one that is cut off'(cluster, random) {
    const { pid } = oneOf(cluster.servers, random)
    if (pid === undefined) return
    process.kill(pid, 'SIGSTOP')
    await pause(2000 + random() * 6000)
    process.kill(pid, 'SIGCONT')
  },
  async 'the bus is killed'({ redis }) {
    await redis.kill()
    await pause(2000)
    await redis.start()
  },
  async 'the database is killed'({ postgres }, random) {
    await postgres.kill()
    await pause(500 + random() * 2000)
    await postgres.start()
  },
  async 'the database is stopped and started'({ postgres }) {
    await postgres.halt()
    await postgres.start()
  },
  async 'the database stands still'({ postgres }, random) {
    await postgres.freeze()
    await pause(1000 + random() * 4000)
    postgres.thaw()
  },
}

/** One after the other, with a rest between, until the time is over. @returns how often each one was */
export async function breakThings(
  cluster: Cluster,
  random: () => number,
  forMs: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>()
  const until = performance.now() + forMs
  const names = Object.keys(faults)
  for (let turn = 0; performance.now() < until; turn += 1) {
    await pause(1500 + random() * 2500)
    // Each one once, and then by chance.
    const name = names[turn] ?? oneOf(names, random)
    say(`  ${name}`)
    await faults[name]?.(cluster, random)
    done.set(name, (done.get(name) ?? 0) + 1)
  }
  return done
}
