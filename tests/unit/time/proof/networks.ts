import type { FakeTimeServer } from '../fake-time-server.ts'

/** How long a message takes each way, in milliseconds. */
export interface Network {
  readonly up: (random: () => number) => number
  readonly down: (random: () => number) => number
}

const jittery = (random: () => number) => 0.5 + 20 * random()

/** Cables, a switch and busy machines: up to 20 ms of jitter each way. */
export const lan: Network = { up: jittery, down: jittery }

/** Nothing varies. @param oneWayMs each way */
export const steady = (oneWayMs: number): Network => ({ up: () => oneWayMs, down: () => oneWayMs })

/** 2 % of the messages are lost and sent again after a second, 8 % are up to 300 ms late. */
const spiky = (usualMs: number) => (random: () => number) => {
  const chance = random()
  if (chance < 0.02) return usualMs + 1000
  return chance < 0.1 ? usualMs + 300 * random() : usualMs + 10 * random()
}

/** Down takes 40 ms longer than up, with spikes, and losses that the stream repairs. */
export const badWifi: Network = { up: spiky(5), down: spiky(45) }

/** Puts a network before a server. */
export function connectBy(network: Network, random: () => number): (server: FakeTimeServer) => void {
  return (server) => {
    server.latencyUp = () => network.up(random)
    server.latencyDown = () => network.down(random)
  }
}
