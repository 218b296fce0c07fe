import { hash as digest } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Transaction } from '../store/store.ts'
import type { Done } from './decide.ts'

/** Who asks, as the trail names them, and the Idempotency-Key that a repeated request of theirs is known by. */
export interface Asking {
  readonly actor: string
  readonly key: string | undefined
}

/** Who asks for what. */
interface Request extends Asking {
  /** What makes two requests the same: the act, its subject, and the validated body without secrets. */
  readonly meaning: readonly unknown[]
}

/**
 * Does the work of a request once. The same key with the same request is answered by what the first one made; with
 * another request it is refused. A refused request leaves its key free.
 * @param again answers a repeated request by the subject that the first one noted
 */
export async function once<T>(
  tx: Transaction,
  { actor, key, meaning }: Request,
  again: (subject: string) => Promise<T>,
  first: () => Promise<(Done<T> & { readonly subject: string }) | Refusal>,
): Promise<Done<T> | Refusal> {
  if (key === undefined) return first()
  const hash = meaningHash(meaning)
  const known = await tx.idempotent(actor, key)
  if (known !== undefined) {
    if (known.requestHash !== hash) return refuse('idempotency_key_reused')
    return { answer: await again(known.subject), announcements: [] }
  }
  const done = await first()
  if (!isRefusal(done)) await tx.insertIdempotent(actor, key, hash, done.subject)
  return done
}

/** Tells one request from another by what it means. */
export function meaningHash(meaning: readonly unknown[]): string {
  return digest('sha256', JSON.stringify(meaning))
}
