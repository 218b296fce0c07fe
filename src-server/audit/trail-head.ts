import * as v from 'valibot'
import { Instant } from '../../src-shared/api/fields.ts'

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const Seq = v.pipe(v.number(), v.integer(), v.minValue(1))

/** When a head is written down: once a minute, and at what an owner would ask about. */
export const headOccasions = ['start', 'minute', 'shift_closed', 'stop'] as const

/** The end of the trail at a moment, as it is written down outside the store. It vouches for every line up to it. */
export const TrailHead = v.object({
  at: Instant,
  /** The hash of the trail's first line, by which trails are told apart. */
  first: Hash,
  seq: Seq,
  hash: Hash,
  why: v.picklist(headOccasions),
})
export type TrailHead = v.InferOutput<typeof TrailHead>

/** Where heads are kept, on another disk at best. */
export interface HeadBook {
  /** As people find it. */
  readonly place: string
  /** Writes the newest head down; a lasting one is kept beside all lasting ones before it. @throws what the disk says */
  write(head: TrailHead, lasting: boolean): Promise<void>
  /** All that can be read, oldest first, and how many lines were no heads. */
  read(): Promise<{ readonly heads: readonly TrailHead[]; readonly unreadable: number }>
}
