const HALF_HOUR_MS = 1_800_000
const DAY_MS = 86_400_000
/** Of the demo site, which takes bookings so many days ahead and is open through these hours. */
const DAYS = 20
const FIRST_HOUR_UTC = 5
const STEPS_A_DAY = 16

/** What a customer wants of the server, and has not been answered yet. */
interface Wish {
  readonly path: string
  readonly body: object | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** A booking that was answered with 201, and the last thing that the server has acknowledged of it. */
export interface Promised {
  readonly id: string
  readonly plate: string
  readonly token: string
  last: 'booked' | 'confirmed' | 'cancelled'
  /** A request for it was under way when the server was killed; its outcome is not known until it is asked again. */
  unsure: boolean
}

interface Attempt {
  readonly plate: string
  readonly wish: Wish
}

/** People who book, confirm and cancel as fast as they are answered, and remember what they were promised. */
export class Customers {
  readonly promised = new Map<string, Promised>()
  /** Plates whose booking the server has refused for good: nothing may be kept of them. */
  readonly refused = new Set<string>()
  /** How often the server said that it cannot write; the outcome of what was asked is not known then. */
  stopped = 0
  readonly #pending: Attempt[] = []
  readonly #random: () => number
  readonly #name: string
  #serial = 0

  /** @param name begins the plates, so that several crowds share nothing @param random 0 to 1 */
  constructor(name: string, random: () => number) {
    this.#name = name
    this.#random = random
  }

  /** So many at once, until the server is gone or stops writing. @returns how many answers there were */
  async crowd(url: string, size: number, now: number): Promise<number> {
    const answers = await Promise.all(Array.from({ length: size }, () => this.#goOn(url, now)))
    return answers.reduce((sum, count) => sum + count, 0)
  }

  /** One customer comes, and goes once they have changed their mind often enough. */
  async come(url: string, now: number): Promise<void> {
    let own = await this.#book(url, now)
    while (own !== undefined && own !== 'done') own = await this.#changeMind(url, own)
  }

  /** Everybody gives back what they still have. */
  async leave(url: string): Promise<void> {
    for (const one of this.promised.values()) {
      if (one.last === 'cancelled') continue
      const answer = await ask(url, ownBooking(one, '/cancel'))
      if (answer?.status !== 200) throw new Error(`${one.plate} cannot leave: ${JSON.stringify(answer)}`)
      one.last = 'cancelled'
    }
  }

  /** Asks again, with the same keys, for all whose outcome is not known. */
  async settle(url: string): Promise<void> {
    for (const { plate, wish } of this.#pending.splice(0)) {
      const answer = this.#known(await ask(url, wish))
      if (answer === undefined) throw new Error('the server went away, or stopped writing, while it was asked again')
      this.#booked(plate, answer)
    }
    for (const one of this.promised.values()) {
      if (!one.unsure) continue
      const answer = await ask(url, ownBooking(one))
      if (answer?.status !== 200) throw new Error(`the booking of ${one.plate} is gone: ${JSON.stringify(answer)}`)
      one.unsure = false
    }
  }

  async #goOn(url: string, now: number): Promise<number> {
    let answers = 0
    let own: Promised | undefined
    for (;;) {
      const answered = own === undefined ? await this.#book(url, now) : await this.#changeMind(url, own)
      if (answered === undefined) return answers
      answers += 1
      own = answered === 'done' ? undefined : answered
    }
  }

  /** @returns the booking, `done` when there is none, undefined when nobody answered */
  async #book(url: string, now: number): Promise<Promised | 'done' | undefined> {
    this.#serial += 1
    const plate = `${this.#name}${String(this.#serial).padStart(7, '0')}`
    const wish = this.#wish(plate, now)
    const answer = this.#known(await ask(url, wish))
    if (answer !== undefined) return this.#booked(plate, answer)
    this.#pending.push({ plate, wish })
    return undefined
  }

  /** @returns undefined where the answer leaves open what became of it */
  #known(answer: Answer | undefined): Answer | undefined {
    if (answer?.status !== 503 || (answer.body as { code?: string }).code !== 'store_read_only') return answer
    this.stopped += 1
    return undefined
  }

  #booked(plate: string, { status, body }: Answer): Promised | 'done' {
    if (status === 201) {
      const { id, manage_token: token } = body as { id: string; manage_token: string }
      const one: Promised = { id, plate, token, last: 'booked', unsure: false }
      this.promised.set(plate, one)
      return one
    }
    if (status >= 500) throw new Error(`${plate} was answered ${status}: ${JSON.stringify(body)}`)
    this.refused.add(plate)
    return 'done'
  }

  async #changeMind(url: string, one: Promised): Promise<'done' | Promised | undefined> {
    const confirms = one.last === 'booked' && this.#random() < 0.5
    const answer = this.#known(await ask(url, ownBooking(one, confirms ? '/confirm' : '/cancel')))
    if (answer === undefined) {
      one.unsure = true
      return undefined
    }
    if (answer.status !== 200) throw new Error(`${one.plate}: ${JSON.stringify(answer)}`)
    one.last = confirms ? 'confirmed' : 'cancelled'
    return confirms && this.#random() < 0.5 ? one : 'done'
  }

  #wish(plate: string, now: number): Wish {
    const day = 1 + Math.floor(this.#random() * DAYS)
    const step = Math.floor(this.#random() * STEPS_A_DAY)
    const midnight = Math.floor(now / DAY_MS) * DAY_MS
    const start = midnight + day * DAY_MS + FIRST_HOUR_UTC * 2 * HALF_HOUR_MS + step * HALF_HOUR_MS
    const [from, to] = [start, start + 2 * HALF_HOUR_MS].map((ms) => new Date(ms).toISOString())
    const parking = { kind: 'parking', bay_class: 'car', start: from, end: to, plate }
    const wash = { kind: 'wash', service_id: 'exterior', start: from, plate }
    const body = this.#random() < 0.7 ? parking : wash
    return { path: '/api/v1/bookings', body, headers: { 'idempotency-key': `key-${plate}` } }
  }
}

function ownBooking({ id, token }: Promised, act: '' | '/confirm' | '/cancel' = ''): Wish {
  return { path: `/api/v1/bookings/${id}${act}`, body: undefined, headers: { authorization: `Bearer ${token}` } }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** @returns undefined when the connection ended before the answer was whole */
async function ask(url: string, { path, body, headers }: Wish): Promise<Answer | undefined> {
  const method = body === undefined && !/\/(confirm|cancel)$/.test(path) ? 'GET' : 'POST'
  const json = body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    const response = await fetch(url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  } catch {
    return undefined
  }
}
