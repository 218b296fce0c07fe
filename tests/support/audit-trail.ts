import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { same } from './same.ts'
import { rows } from './store-look.ts'

interface Line {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly subject: string
  readonly actor: string
  readonly data: string
  readonly hash: string
}

/** From each state, the states that may follow: the product's tables, written down once more. `-` is where a life begins. */
const lives: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  booking: {
    '-': ['held'],
    held: ['awaiting_payment', 'expired', 'cancelled'],
    awaiting_payment: ['confirmed', 'expired', 'cancelled'],
    confirmed: ['checked_in', 'cancelled', 'no_show'],
    checked_in: ['completed', 'cancelled'],
  },
  wash_job: {
    '-': ['booked'],
    booked: ['queued', 'cancelled', 'no_show'],
    // A booking that is completed off the board was fetched, whatever the board has been told of it.
    queued: ['in_progress', 'cancelled', 'collected'],
    in_progress: ['quality_check', 'queued', 'collected'],
    quality_check: ['ready', 'in_progress', 'collected'],
    ready: ['collected', 'quality_check'],
  },
  stay: { '-': ['entered'], entered: ['exited', 'voided'] },
  shift: { '-': ['opened'], opened: ['closed'] },
}
const states = Object.fromEntries(
  Object.entries(lives).map(([what, life]) => [what, new Set([...Object.keys(life), ...Object.values(life).flat()])]),
)

/** Follows the audit trail: that its chain holds, that every life goes by its table, and that its amounts are the tenders'. */
export class Trail {
  #seq = 0
  #hash = ''
  #money = 0
  readonly #now = new Map<string, string>()

  /** Takes in the lines that are new. */
  follow(db: Database): void {
    for (const line of rows<Line>(db, 'SELECT * FROM event WHERE seq > ? ORDER BY seq', this.#seq)) {
      this.#link(line)
      this.#live(line)
      const { amount_minor } = JSON.parse(line.data) as { amount_minor?: number }
      if (line.kind === 'payment.recorded') this.#money += amount_minor ?? Number.NaN
      if (line.kind === 'payment.refunded') this.#money -= amount_minor ?? Number.NaN
    }
    const [moved] = rows<{ n: number }>(
      db,
      "SELECT coalesce(sum(CASE kind WHEN 'payment' THEN amount_minor ELSE -amount_minor END), 0) AS n FROM tender",
    )
    same('the money of the trail', this.#money, moved?.n)
  }

  /** From the first line, so that nothing that was written is another now. */
  verify(db: Database): void {
    let hash = ''
    for (const line of rows<Line>(db, 'SELECT * FROM event ORDER BY seq')) hash = linked(hash, line)
    same('the chain', hash, this.#hash)
  }

  #link(line: Line): void {
    same('the number of a line', line.seq, this.#seq + 1)
    this.#hash = linked(this.#hash, line)
    same(`the hash of line ${line.seq}`, line.hash, this.#hash)
    this.#seq = line.seq
  }

  #live({ kind, subject, seq }: Line): void {
    const [what = '', state = ''] = kind.split('.')
    if (states[what]?.has(state) !== true) return
    const key = `${what} ${subject}`
    const before = this.#now.get(key) ?? '-'
    if (lives[what]?.[before]?.includes(state) !== true)
      throw new Error(`line ${seq}: ${key} went from ${before} to ${state}`)
    this.#now.set(key, state)
  }
}

function linked(before: string, { seq, at, kind, subject, actor, data }: Line): string {
  const canonical = JSON.stringify([seq, at, kind, subject, actor, data])
  return createHash('sha256').update(before).update('\n').update(canonical).digest('hex')
}
