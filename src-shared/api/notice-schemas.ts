import * as v from 'valibot'
import { Notification } from '../protocol/notifications.ts'

/** A notification that waits until it is read. */
export const Notice = v.object({
  /** Its position among the notices; higher is newer. */
  seq: v.pipe(v.number(), v.integer()),
  needs_attention: v.boolean(),
  read: v.boolean(),
  notification: Notification,
})
export type Notice = v.InferOutput<typeof Notice>
