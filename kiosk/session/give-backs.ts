import type { Cancel, Timers } from '../../src-shared/time/time-source.ts'
import { failureOf, type KioskApi } from './kiosk-api.ts'

/** Which booking, and by what right: nothing of the customer themselves. */
export interface HeldBooking {
  readonly id: string
  readonly manage_token: string
}

const AGAIN_AFTER_MS = 5000
/** Longer than a hold lasts: after that the server has let it go by itself. */
const TRIES = 72

/** Holds that nobody wants any more, told to the server until it has heard, so that the slot is free for others. */
export class GiveBacks {
  readonly #api: KioskApi
  readonly #timers: Timers
  readonly #waiting = new Set<Cancel>()

  constructor(api: KioskApi, timers: Timers) {
    this.#api = api
    this.#timers = timers
  }

  add(booking: HeldBooking): void {
    void this.#tell(booking, TRIES)
  }

  stop(): void {
    for (const cancel of this.#waiting) cancel()
    this.#waiting.clear()
  }

  async #tell(booking: HeldBooking, triesLeft: number): Promise<void> {
    try {
      await this.#api
        .withToken(booking.manage_token)
        .call('POST /api/v1/bookings/{id}/cancel', { params: { id: booking.id } })
    } catch (error) {
      // A refusal is an answer too: the hold is over already. Only silence, or a server in trouble, is worth another try.
      const failure = failureOf(error)
      const worthAnotherTry = failure === 'unreachable' || failure === 'internal' || failure === 'rate_limited'
      if (worthAnotherTry && triesLeft > 1) this.#later(booking, triesLeft - 1)
    }
  }

  #later(booking: HeldBooking, triesLeft: number): void {
    const cancel = this.#timers.after(AGAIN_AFTER_MS, () => {
      this.#waiting.delete(cancel)
      void this.#tell(booking, triesLeft)
    })
    this.#waiting.add(cancel)
  }
}
