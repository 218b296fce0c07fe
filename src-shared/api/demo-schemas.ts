import * as v from 'valibot'
import { Instant } from './fields.ts'

/** By how much a demo's time is put ahead; the next morning is the next nine o'clock on the site's clock. */
export const demoLeaps = ['quarter', 'hour', 'two_hours', 'next_morning'] as const
export const DemoLeap = v.picklist(demoLeaps)
export type DemoLeap = v.InferOutput<typeof DemoLeap>

export const DemoTime = v.object({
  server_time: Instant,
  /** How far it is ahead of true time by now, in ms. */
  demo_ahead_ms: v.pipe(v.number(), v.integer()),
})
export type DemoTime = v.InferOutput<typeof DemoTime>
