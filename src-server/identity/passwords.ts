import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '../ids/random.ts'

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** What a guess at a kept secret costs, by scrypt's own names. */
export interface HashingCosts {
  readonly password: Cost
  readonly pin: Cost
}

export const hashingCosts: HashingCosts = {
  /** OWASP's least for scrypt at 32 MiB (Password Storage Cheat Sheet): 2^15 blocks of 8, three times over. */
  password: { N: 2 ** 15, r: 8, p: 3 },
  /** A PIN has 10,000 to 10^8 values: no cost would keep it from whoever has the file, so it is asked for quickly. */
  pin: { N: 2 ** 15, r: 8, p: 1 },
}
/** What one try may take of the memory, in bytes. */
const MEMORY = 64 * 1024 * 1024
const KEY_BYTES = 32

/** So many are worked on at once: 64 MiB, and half of the threads that Node has for files and names as well. */
const AT_ONCE = 2
/** And so many wait. Limits on guessing let far fewer come; this holds whatever they let through. */
const MOST_WAITING = 64

/** What came of looking at a secret; `busy` when so many wait that it was not looked at. */
export type Verdict = 'right' | 'wrong' | 'busy'

/** Passwords and PINs as they are kept: `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export class Passwords {
  readonly #random: Random
  readonly #costs: HashingCosts
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(random: Random, costs = hashingCosts) {
    this.#random = random
    this.#costs = costs
  }

  /** How many are worked on, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#waiting.length }
  }

  /** For those who are let in already, so that none is turned away. */
  hash(password: string): Promise<string> {
    return this.#hash(password, this.#costs.password)
  }

  hashPin(pin: string): Promise<string> {
    return this.#hash(pin, this.#costs.pin)
  }

  /** Whether the secret is the one that was hashed. A text that is no such hash matches nothing. */
  async verify(secret: string, hash: string): Promise<Verdict> {
    const [scheme, N, r, p, salt, key] = hash.split('$')
    if (scheme !== 'scrypt' || salt === undefined || key === undefined) return 'wrong'
    if (this.#running >= AT_ONCE && this.#waiting.length >= MOST_WAITING) return 'busy'
    const expected = Buffer.from(key, 'base64url')
    const cost = { N: Number(N), r: Number(r), p: Number(p) }
    // Costs that scrypt does not take make no hash of ours.
    const given = await this.#derive(secret, Buffer.from(salt, 'base64url'), cost).catch(() => Buffer.alloc(0))
    const same = given.length > 0 && expected.length === given.length && timingSafeEqual(expected, given)
    return same ? 'right' : 'wrong'
  }

  /** A hash that no password has, and that costs as much to look at as anybody's. */
  nobodys(): string {
    return encode(this.#costs.password, this.#random.bytes(16), this.#random.bytes(KEY_BYTES))
  }

  async #hash(secret: string, cost: Cost): Promise<string> {
    const salt = this.#random.bytes(16)
    return encode(cost, salt, await this.#derive(secret, salt, cost))
  }

  async #derive(secret: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running += 1
    try {
      return await derive(secret, salt, cost)
    } finally {
      // Whoever waited longest takes this place over.
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}

function encode({ N, r, p }: Cost, salt: Uint8Array, key: Uint8Array): string {
  return ['scrypt', N, r, p, ...[salt, key].map((bytes) => Buffer.from(bytes).toString('base64url'))].join('$')
}

function derive(secret: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
