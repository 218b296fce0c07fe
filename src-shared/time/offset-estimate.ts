/** What a crystal's rate is off by before anything is known of it: 50 ppm, one standard deviation. */
const RATE_VARIANCE = 50e-6 ** 2
/** How fast a rate wanders with the temperature, and with a server that begins or ends to slew: variance per millisecond. */
const RATE_WANDER = 1e-15
/** So unsure of the offset that the next exchange decides it alone; its square still is a double. */
const NO_IDEA = 1e30

/**
 * The likeliest offset of the server's time, and how fast it drifts away from the device's clock: a Kalman filter over
 * the middles of exchanges, each weighed by the square of its round trip (R. E. Kalman, "A new approach to linear
 * filtering and prediction problems", 1960; two states as in J. Levine, "An algorithm to synchronize the time of a
 * computer to universal time", 1995). It proves nothing: whoever uses it keeps it inside `ClockBounds`, which do.
 * Without a link it runs on at the learned rate. All times are milliseconds of the monotonic clock or the server's.
 */
export class OffsetEstimate {
  #offset = 0
  #rate = 0
  /** How unsure the offset is, how much of that the rate shares, and how unsure the rate is. */
  #variance = NO_IDEA
  #shared = 0
  #rateVariance = RATE_VARIANCE
  /** The monotonic reading at which the offset held. */
  #at = 0

  /** Server time minus the monotonic clock at its reading m. */
  at(m: number): number {
    return this.#offset + this.#rate * (m - this.#at)
  }

  /** The same message times as in `ClockBounds.exchange`; only for an exchange that is possible. */
  exchange(m1: number, t2: number, t3: number, m4: number): void {
    const passed = m4 - this.#at
    const surprise = (t2 - m1 + t3 - m4) / 2 - this.at(m4)
    this.#variance += passed * (2 * this.#shared + passed * this.#rateVariance)
    this.#shared += passed * this.#rateVariance
    // Anywhere in its round trip alike (variance w² / 12), and never known to better than a tenth of a millisecond.
    const noise = 0.01 + (m4 - m1 - t3 + t2) ** 2 / 12
    const gain = this.#variance / (this.#variance + noise)
    const rateGain = this.#shared / (this.#variance + noise)
    this.#offset = this.at(m4) + gain * surprise
    this.#rate += rateGain * surprise
    this.#rateVariance = Math.min(RATE_VARIANCE, this.#rateVariance - rateGain * this.#shared + RATE_WANDER * passed)
    this.#shared *= 1 - gain
    this.#variance = gain * noise
    this.#at = m4
  }

  /** The next exchange alone decides the offset; until then it runs on. A crystal keeps its rate through that. */
  startAfresh(): void {
    this.#variance = NO_IDEA
    this.#shared = 0
  }
}
