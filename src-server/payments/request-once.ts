import { createHash } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { Transaction } from '../store/store.ts'
import type { Done } from './money-write.ts'

/** Who asks for what. A repeated request is known by the caller's Idempotency-Key. */
export interface Request {
  readonly actor: string
  readonly key: string | undefined
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
  const hash = createHash('sha256').update(JSON.stringify(meaning)).digest('hex')
  const known = await tx.idempotent(actor, key)
  if (known !== undefined) {
    if (known.requestHash !== hash) return refuse('idempotency_key_reused')
    return { answer: await again(known.subject), announcements: [] }
  }
  const done = await first()
  if (!isRefusal(done)) await tx.insertIdempotent(actor, key, hash, done.subject)
  return done
}
