import type { ClockReport } from '../../../src-shared/api/clock-schemas.ts'
import type { TimeUpdate } from '../../../src-shared/protocol/time-socket.ts'
import type { Caller } from '../../support/caller.ts'
import type { FakeSntpServer, SntpMode } from '../../support/fake-sntp-server.ts'
import { startSntpServers } from '../../support/fake-sntp-server.ts'
import { startStillServer, type StillOptions, type StillServer } from '../../support/still-server.ts'
import { StillWorld } from '../../support/still-world.ts'

/** A still world that can be restarted, and that knows what time it really is. */
export class RestartableWorld extends StillWorld {
  #boots = 1
  readonly #trueAtZero = this.wallMs() - this.monotonicMs()

  override bootId(): string {
    return `boot-${this.#boots}`
  }

  reboot(): void {
    this.#boots += 1
  }

  /** True time, which no change of the wall clock touches; ms since the epoch. */
  trueMs(): number {
    return this.#trueAtZero + this.monotonicMs()
  }
}

export const NOON = '2025-12-05T12:45:22+05:30'

export interface ClockWorld {
  readonly world: RestartableWorld
  readonly sources: readonly FakeSntpServer[]
  readonly still: StillServer
  stop(): Promise<void>
}

/** A server whose time sources behave as asked; no modes are no sources. */
export async function startClockWorld(modes: readonly SntpMode[], options: StillOptions = {}): Promise<ClockWorld> {
  const world = new RestartableWorld(NOON)
  const sources = await startSntpServers(modes.length, () => world.trueMs())
  for (const [index, mode] of modes.entries()) {
    const source = sources[index]
    if (source !== undefined) source.mode = mode
  }
  const ntp = sources.map(({ name }) => name).join(',') || 'off'
  const still = await startStillServer({ ...options, world, env: { KERBSIDE_NTP: ntp, ...options.env } })
  return {
    world,
    sources,
    still,
    async stop() {
      await still.stop()
      await Promise.all(sources.map((source) => source.stop()))
    },
  }
}

export async function timeOf(still: StillServer): Promise<TimeUpdate> {
  return (await still.visitor.get('/api/v1/time')).json() as TimeUpdate
}

export async function reportTo(caller: Caller): Promise<ClockReport> {
  return (await caller.get('/api/v1/clock')).json() as ClockReport
}

/** Waits for what datagrams bring about: they come in their own time. */
export async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await look()
    if (isSo(value)) return value
    if (tries > 400) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise((resume) => setTimeout(resume, 10))
  }
}

/** Waits until every source has said something, or has had the time to. */
export function roundOver(parts: ClockWorld, isOver: (report: ClockReport) => boolean): Promise<ClockReport> {
  return until(() => reportTo(parts.still.owner), isOver)
}

interface LogLine {
  readonly at: number
  readonly what: string
  readonly from_state: string | null
  readonly to_state: string
  readonly epoch: number
  readonly wall_ahead_ms: number
  readonly actor: string
  readonly reason: string | null
}

/** The clock's log as it is on the disk, oldest first. */
export function logOf(still: StillServer): LogLine[] {
  return still.look((db) => db.prepare<[], LogLine>('SELECT * FROM clock_log ORDER BY seq').all())
}

export const PIN = '2468'

/** Gives the owner of a fresh site a PIN. */
export async function choosePin({ owner }: StillServer): Promise<void> {
  const answer = await owner.send('PUT', '/api/v1/session/pin', { password: 'quay-lane-owner', pin: PIN }, {})
  if (answer.status !== 204) throw new Error(answer.text)
}

export function accept(caller: Caller, pin = PIN, reason = 'set by the radio clock') {
  return caller.post('/api/v1/clock/accept', { pin, reason })
}
