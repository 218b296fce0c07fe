import type { Ms } from '../store/store.ts'

/** What became of a session since the store could last keep it; undefined where nothing did. */
interface Unsaved {
  readonly seenAt?: Ms
  readonly locked?: boolean
}

/**
 * Remembers of sessions what the store cannot take while the disk is full or fails, so that whoever is signed in stays so, and
 * a console locks and opens again. It ends with the process, and a lock with the next one that the store has taken.
 */
export class UnsavedSessions {
  readonly #changed = new Map<string, Unsaved>()

  /** A session as the store has it, with what it could not be told. */
  of(session: { readonly tokenHash: string; readonly seenAt: Ms; readonly lockedAt: Ms | null }): Required<Unsaved> {
    const { seenAt = session.seenAt, locked = session.lockedAt !== null } = this.#changed.get(session.tokenHash) ?? {}
    return { seenAt: Math.max(session.seenAt, seenAt), locked }
  }

  saw(tokenHash: string, seenAt: Ms): void {
    this.#changed.set(tokenHash, { ...this.#changed.get(tokenHash), seenAt })
  }

  lock(tokenHash: string, locked: boolean, seenAt: Ms): void {
    this.#changed.set(tokenHash, { seenAt, locked })
  }

  /** The store has been told. */
  forget(tokenHash: string): void {
    this.#changed.delete(tokenHash)
  }
}
