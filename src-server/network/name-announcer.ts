import type { Cancel, Timers } from '../clock/clock.ts'

/** A record that says at which address a name is. */
export interface AddressRecord {
  readonly name: string
  readonly address: string
}

/** What is heard on the network, as far as it concerns names and their addresses. */
export interface Heard {
  readonly is: 'question' | 'answer'
  /** Names whose address is asked for. */
  readonly asked: readonly string[]
  /** Addresses that somebody tells, or is about to take. */
  readonly told: readonly AddressRecord[]
}

/** Speaks multicast DNS on one network. */
export interface NameNetwork {
  /** Asks whether anybody has the name, saying that it is about to be taken. */
  ask(record: AddressRecord): void
  /** @param seconds how long it may be remembered; 0 takes it back */
  tell(record: AddressRecord, seconds: number): void
  close(): void
}

export type OpenNameNetwork = (
  address: string,
  on: { readonly heard: (heard: Heard) => void; readonly failed: (error: Error) => void },
) => NameNetwork

/** RFC 6762, 8.1: three questions a quarter of a second apart, and the name is taken when nobody has objected. */
const QUESTIONS = 3
const BETWEEN_QUESTIONS_MS = 250
/** RFC 6762, 8.3: told twice, a second apart. */
const TELLINGS = 2
const BETWEEN_TELLINGS_MS = 1000
/** RFC 6762, 10: what hosts tell of themselves is remembered for two minutes. */
const REMEMBERED_SECONDS = 120
/** After so many names somebody is playing tricks, or the network is an odd one. */
const MOST_NAMES = 20

export type AnnouncerState = 'asking' | 'announced' | 'failed'

interface Parts {
  readonly open: OpenNameNetwork
  readonly timers: Timers
  readonly address: string
  /** The name without `.local`. */
  readonly wanted: string
  readonly onError: (error: Error) => void
}

/** Takes a name on the local network, another one where somebody has it already, and answers for it until it is stopped. */
export class NameAnnouncer {
  readonly #parts: Parts
  readonly #network: NameNetwork
  #state: AnnouncerState = 'asking'
  #number = 1
  #cancel: Cancel = () => {}

  constructor(parts: Parts) {
    this.#parts = parts
    this.#network = parts.open(parts.address, {
      heard: (heard) => this.#hear(heard),
      failed: (error) => this.#fail(error),
    })
    this.#ask(QUESTIONS)
  }

  get state(): AnnouncerState {
    return this.#state
  }

  /** `kerbside.local`, or `kerbside-2.local` where that is somebody else's. */
  get name(): string {
    const { wanted } = this.#parts
    return `${this.#number === 1 ? wanted : `${wanted}-${this.#number}`}.local`
  }

  stop(): void {
    this.#cancel()
    if (this.#state === 'announced') this.#network.tell(this.#record(), 0)
    this.#network.close()
  }

  #record(): AddressRecord {
    return { name: this.name, address: this.#parts.address }
  }

  #ask(left: number): void {
    if (this.#state === 'failed') return
    if (left === 0) {
      this.#state = 'announced'
      return this.#tell(TELLINGS)
    }
    this.#network.ask(this.#record())
    this.#cancel = this.#parts.timers.after(BETWEEN_QUESTIONS_MS, () => this.#ask(left - 1))
  }

  #tell(left: number): void {
    if (left === 0 || this.#state !== 'announced') return
    this.#network.tell(this.#record(), REMEMBERED_SECONDS)
    this.#cancel = this.#parts.timers.after(BETWEEN_TELLINGS_MS, () => this.#tell(left - 1))
  }

  #hear({ is, asked, told }: Heard): void {
    if (this.#state === 'failed') return
    const name = this.name
    const other = told.find((record) => record.name.toLowerCase() === name && record.address !== this.#parts.address)
    // Two who ask at once are told apart by their addresses (RFC 6762, 8.2); an answer is from somebody who has the name.
    const yields = other !== undefined && (is === 'answer' || this.#mustYield(other))
    if (yields) return this.#takeAnother()
    const isAsked = is === 'question' && asked.some((one) => one.toLowerCase() === name)
    if (isAsked && this.#state === 'announced') this.#network.tell(this.#record(), REMEMBERED_SECONDS)
  }

  #mustYield({ address }: AddressRecord): boolean {
    return this.#state === 'asking' && numeric(address) > numeric(this.#parts.address)
  }

  #takeAnother(): void {
    this.#cancel()
    if (this.#number === MOST_NAMES) return this.#fail(new Error(`${MOST_NAMES} names are taken by others`))
    this.#number += 1
    this.#state = 'asking'
    this.#ask(QUESTIONS)
  }

  #fail(error: Error): void {
    this.#cancel()
    this.#state = 'failed'
    this.#parts.onError(error)
  }
}

/** An IPv4 address as one number. */
function numeric(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}
