import type { StaffBooking } from '../../src-shared/api/booking-schemas.ts'
import type { WashBoard, WashJob, WashMove, WashWalkIn } from '../../src-shared/api/wash-schemas.ts'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import { normalisePlate } from '../../src-shared/plate/plate.ts'
import { isClockUntrusted } from '../clock/clock-trust.ts'
import { decide } from '../decisions/decide.ts'
import { once } from '../decisions/once.ts'
import { reread } from '../booking/booking-lifecycle.ts'
import type { BookingServiceParts } from '../booking/booking-service.ts'
import { toStaffWire } from '../booking/booking-wire.ts'
import type { SiteRow, Transaction } from '../store/store.ts'
import { washBoard, washOnBoard } from './wash-board.ts'
import { giveWashBay, moveWash, type WashChange } from './wash-moves.ts'
import { extendOverruns, hasOverruns } from './wash-overruns.ts'
import { walkIn } from './wash-walk-in.ts'

/** The wash board: cars from the queue to the customer's hand. Every decision is made inside a transaction. */
export class WashService {
  readonly #parts: BookingServiceParts
  constructor(parts: BookingServiceParts) {
    this.#parts = parts
  }

  async board(): Promise<WashBoard | Refusal> {
    const site = await this.#parts.site.row()
    if (site === undefined) return refuse('setup_needed')
    const now = this.#parts.clock.now()
    return this.#parts.store.read((queries) => washBoard(queries, site.timezone, now))
  }

  move(id: string, move: WashMove, actor: string): Promise<WashJob | Refusal> {
    const { random } = this.#parts
    return this.#change(id, (tx, site, job) => moveWash({ tx, site, actor, random }, job, move))
  }

  /** Refused as `slot_taken` when that bay is not free for the wash. */
  assignBay(id: string, bayId: string, actor: string): Promise<WashJob | Refusal> {
    const { random } = this.#parts
    return this.#change(id, (tx, site, job) => giveWashBay({ tx, site, actor, random }, job, bayId))
  }

  /** @param key the caller's Idempotency-Key: the same key and request get the same booking again */
  walkIn(request: WashWalkIn, actor: string, key: string | undefined): Promise<StaffBooking | Refusal> {
    const { clock, random } = this.#parts
    return decide(this.#parts, (tx, site) =>
      once(
        tx,
        { actor, key, meaning: meaningOf(request) },
        async (id) => toStaffWire(await reread(tx, id), site.timezone),
        async () => {
          if (isClockUntrusted(clock)) return refuse('clock_untrusted')
          const change = await walkIn(tx, site, request, actor, random)
          if (isRefusal(change)) return change
          const { booking, announcements } = change
          return { answer: toStaffWire(booking, site.timezone), announcements, subject: booking.id }
        },
      ),
    )
  }

  /** Lets washes that run over keep their bays; writes nothing when none does. Called each second. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#parts
    if (isClockUntrusted(clock) || !(await store.read((queries) => hasOverruns(queries, clock.now())))) return
    await decide(this.#parts, async (tx, site) => ({
      answer: undefined,
      announcements: await extendOverruns(tx, site),
    }))
  }

  #change(
    id: string,
    work: (tx: Transaction, site: SiteRow, job: WashChange['job']) => Promise<WashChange | Refusal>,
  ): Promise<WashJob | Refusal> {
    return decide(this.#parts, async (tx, site) => {
      const job = await tx.washJob(id)
      if (job === undefined) return refuse('not_found')
      const change = await work(tx, site, job)
      if (isRefusal(change)) return change
      return { answer: await washOnBoard(tx, change.job, site.timezone, tx.at), announcements: change.announcements }
    })
  }
}

/** What makes two requests the same: their meaning, not their spelling. */
function meaningOf({ service_id, plate, phone }: WashWalkIn): readonly unknown[] {
  return ['wash-walk-in', service_id, normalisePlate(plate), phone ?? null]
}
