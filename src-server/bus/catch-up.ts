import { bookingWindow } from '../booking/booking-window.ts'
import type { Clock } from '../clock/clock.ts'
import type { EventBus, ServerEvent } from '../events/event-bus.ts'
import type { Principal } from '../identity/principal.ts'
import { plusDays, toSiteIso } from '../site/site-calendar.ts'
import type { SiteService } from '../site/site-service.ts'
import type { Queries, Store } from '../store/store.ts'

/** Sockets that were let in once, and who by them is still listened to. */
interface OpenSockets {
  readonly principals: () => Iterable<Principal>
  readonly disconnect: (matches: (principal: Principal) => boolean) => void
}

export interface CatchUpParts {
  readonly store: Store
  readonly site: SiteService
  readonly clock: Clock
  readonly events: EventBus
  readonly sockets: OpenSockets
  readonly onError: (error: unknown) => void
}

/** What a server does about what others have done: each event leads to the store, and a gap to all of it. */
export class CatchUp {
  readonly #parts: CatchUpParts
  #running: Promise<void> | undefined
  #again = false
  /** The newest line of the trail when everything was last read. */
  #readTo = -1

  constructor(parts: CatchUpParts) {
    this.#parts = parts
  }

  /** Another server has made something true; this server's own screens hear of it. */
  hear({ name, body }: ServerEvent): void {
    const { events, site, onError } = this.#parts
    const tell = () => events.hear(name, body)
    // What this server keeps of the site in memory first, so that whoever asks because of it has the new answer.
    if (name === 'notification' && body.type === 'site_changed') site.reload().then(tell, onError)
    else tell()
  }

  /** Something may have been missed. Asked again while it reads, it reads once more. */
  request(): void {
    this.#again = true
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
  }

  /** Ends when nothing is being read any more. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false
      await this.#readAgain().catch(this.#parts.onError)
    }
  }

  async #readAgain(): Promise<void> {
    const { store, sockets, site, clock, events } = this.#parts
    await site.reload()
    const principals = [...sockets.principals()]
    const { ended, readTo } = await store.read(async (queries) => ({
      ended: await endedOf(queries, principals),
      readTo: await queries.lastEventSeq(),
    }))
    if (ended.size > 0) sockets.disconnect((principal) => ended.has(keyOf(principal)))
    // Signing out leaves no line in the trail; whatever is shown on a screen does.
    if (readTo === this.#readTo) return
    this.#readTo = readTo
    const row = await site.row()
    if (row === undefined) return
    const now = clock.now()
    const { min_date: first, max_date: last } = bookingWindow(row, now)
    for (let date = first; date <= last; date = plusDays(date, 1)) {
      for (const kind of ['wash', 'parking'] as const) events.hear('availability', { kind, date, version: readTo })
    }
    events.hear('notification', { type: 'news_missed', seq: readTo, at: toSiteIso(now, site.timezone) })
  }
}

function keyOf(principal: Principal): string {
  if (principal.kind === 'user') return `session ${principal.sessionHash}`
  return principal.kind === 'device' ? `device ${principal.id}` : ''
}

/** Those who would not be let in any more, or as somebody else. */
async function endedOf(queries: Queries, principals: readonly Principal[]): Promise<ReadonlySet<string>> {
  const devices = new Set((await queries.devices()).map(({ id }) => id))
  const ended = new Set<string>()
  for (const principal of new Map(principals.map((one) => [keyOf(one), one])).values()) {
    if (principal.kind === 'device' && !devices.has(principal.id)) ended.add(keyOf(principal))
    if (principal.kind !== 'user') continue
    const session = await queries.session(principal.sessionHash)
    const user = session && (await queries.user(session.userId))
    const isGood = user?.active === true && session?.lockedAt === null && user.role === principal.role
    if (!isGood && !principal.locked) ended.add(keyOf(principal))
  }
  return ended
}
