import * as v from 'valibot'
import { Id, Instant } from './fields.ts'

/** Somebody at a tablet asks for the attendant. */
export const HelpCall = v.object({
  id: Id,
  /** The tablet's name; its address on a site with open kiosks. */
  kiosk: v.string(),
  /** `waiting` until an attendant says that they are on their way. */
  state: v.picklist(['waiting', 'coming']),
  called_at: Instant,
})
export type HelpCall = v.InferOutput<typeof HelpCall>
