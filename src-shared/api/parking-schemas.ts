import * as v from 'valibot'
import { Breakdown } from '../tariff/breakdown.ts'
import { BayClass, Id, Instant, Money, Phone, Plate } from './fields.ts'

/** What the server asks for an interval, with how it came about. It holds for a hold that is taken now. */
export const Quote = v.object({
  amount: Money,
  breakdown: Breakdown,
  /** The tariff that it was made by, as people call it. */
  tariff: v.string(),
})
export type Quote = v.InferOutput<typeof Quote>

export const ParkingAvailability = v.object({
  server_time: Instant,
  start: Instant,
  end: Instant,
  /** How many bays of the asked class are free for the whole interval. */
  free: v.pipe(v.number(), v.integer(), v.minValue(0)),
  bays: v.array(
    v.object({
      id: Id,
      label: v.string(),
      bay_class: BayClass,
      /** `taken` for the asked interval, whoever has it and why. */
      state: v.picklist(['free', 'taken']),
    }),
  ),
  /** Null when no bay is free, or the class has no price. */
  quote: v.nullable(Quote),
})
export type ParkingAvailability = v.InferOutput<typeof ParkingAvailability>

export const ParkingBookingRequest = v.strictObject({
  kind: v.literal('parking'),
  bay_class: BayClass,
  /** A bay of the customer's choice; any free one of the class otherwise. */
  bay_id: v.optional(Id),
  start: Instant,
  end: Instant,
  plate: Plate,
  phone: v.optional(Phone),
})
export type ParkingBookingRequest = v.InferOutput<typeof ParkingBookingRequest>
