import * as v from 'valibot'
import { ReloadWhen } from '../../src-shared/protocol/kiosk-state.ts'
import { Notification } from '../../src-shared/protocol/notifications.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Event = v.variant('name', [
  v.object({ name: v.literal('notification'), body: Notification }),
  v.object({
    name: v.literal('availability'),
    body: v.object({ kind: v.picklist(['wash', 'parking']), date: v.string(), version: v.number() }),
  }),
  v.object({ name: v.literal('reload'), body: v.object({ deviceId: v.string(), when: ReloadWhen }) }),
  v.object({
    name: v.literal('revoked'),
    body: v.object({
      deviceId: v.optional(v.string()),
      sessionHash: v.optional(v.string()),
      everybody: v.optional(v.literal(true)),
    }),
  }),
])

/** What servers say to each other. `n` counts the events of the one that says it: a gap in it is an event that got lost. */
export const BusMessage = v.variant('is', [
  v.object({ is: v.literal('event'), from: v.string(), n: Count, event: Event }),
  /** A sign of life, with the number of the newest event. */
  v.object({ is: v.literal('beat'), from: v.string(), n: Count }),
  /** It stops, and has told everything. */
  v.object({ is: v.literal('farewell'), from: v.string(), n: Count }),
])
export type BusMessage = v.InferOutput<typeof BusMessage>
