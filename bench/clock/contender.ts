import type { FakeTimeServer } from '../../tests/unit/time/fake-time-server.ts'
import type { FakeWorld } from '../../tests/unit/time/fake-world.ts'

/** A client that tries to know the server's time. */
export interface Client {
  /** The time that it shows as right, milliseconds since the Unix epoch; null while it does not claim to know. */
  claimMs(): number | null
  /** Whether an instant has passed; null when it would rather ask the server. */
  hasPassed(t: number): boolean | null
  stop(): void
}

export interface Contender {
  readonly name: string
  start(world: FakeWorld, server: FakeTimeServer, random: () => number): Client
}

/** Decides by one number, as a client does that does not know how wrong it can be. */
export function byClaim(claimMs: () => number | null): Pick<Client, 'claimMs' | 'hasPassed'> {
  return {
    claimMs,
    hasPassed(t) {
      const now = claimMs()
      return now === null ? null : t < now
    },
  }
}
