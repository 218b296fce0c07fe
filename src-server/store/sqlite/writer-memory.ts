import type { Database } from 'better-sqlite3'
import { LiveAllocations } from './live-allocations.ts'
import { SeldomChanged } from './seldom-changed.ts'
import { TrailEnd } from '../sql/event-trail.ts'

/**
 * What the connection that writes remembers between its commits. It holds the only pen, so it knows when its memory is
 * out of date: after its own changes, after whatever was rolled back, and when another program has written to the file.
 */
export class WriterMemory {
  readonly setUp = new SeldomChanged()
  readonly allocations: LiveAllocations
  readonly trail = new TrailEnd()
  readonly #fileVersion: () => unknown
  #version: unknown

  constructor(db: Database) {
    this.allocations = new LiveAllocations(db)
    const version = db.prepare('PRAGMA data_version').pluck()
    this.#fileVersion = () => version.get()
  }

  /** To be called at the start of each transaction, when nobody else can write any more. */
  begin(): void {
    const version = this.#fileVersion()
    if (version !== this.#version) this.forget()
    this.#version = version
  }

  forget(): void {
    this.setUp.forget()
    this.allocations.forget()
    this.trail.forget()
  }

  /** The same writes, each of which makes forgotten what it may change. */
  forgetting<W extends object>(writes: W, forget: () => void): W {
    const forgetful = Object.entries(writes).map(([name, write]: [string, (...args: unknown[]) => unknown]) => [
      name,
      (...args: unknown[]) => {
        forget()
        return write(...args)
      },
    ])
    return Object.fromEntries(forgetful) as W
  }
}
