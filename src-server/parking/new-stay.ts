import type { Random } from '../ids/random.ts'
import { newId, newSpeakable } from '../ids/random.ts'
import type { StayRow, StayView } from '../store/car-park-rows.ts'
import type { Ms, Transaction } from '../store/store.ts'
import { rereadStay } from './stay-events.ts'

/** The car with that plate that is in the car park now. */
export async function parkedCar(tx: Transaction, plate: string): Promise<StayView | undefined> {
  return (await tx.parkedStays()).find((stay) => stay.plate === plate)
}

/** The car that stands in a bay now. */
export async function carInBay(tx: Transaction, bayId: string): Promise<StayView | undefined> {
  return (await tx.parkedStays()).find((stay) => stay.resourceId === bayId)
}

type NewStay = Pick<
  StayRow,
  | 'bookingId'
  | 'resourceId'
  | 'bayClass'
  | 'plate'
  | 'phone'
  | 'bookedUntil'
  | 'tariffVersionId'
  | 'permitId'
  | 'madeBy'
> & {
  /** A booked car keeps its booking's reference for a ticket, so that a customer has one thing to remember. */
  readonly ticket?: string
  readonly bayBookedFrom?: Ms | null
}

/** Writes the ticket of a car that enters now. */
export async function insertNewStay(tx: Transaction, stay: NewStay, random: Random): Promise<StayView> {
  const row = {
    bayBookedFrom: null,
    ...stay,
    id: newId(random),
    state: 'parked',
    enteredAt: tx.at,
    recordedEnteredAt: tx.at,
    exitedAt: null,
    lostTicket: false,
    overstayToldAt: null,
    exitQuoteId: null,
  } as const
  let ticket = stay.ticket ?? newTicket(random)
  while (!(await tx.insertStay({ ...row, ticket }))) ticket = newTicket(random)
  return rereadStay(tx, row.id)
}

function newTicket(random: Random): string {
  return `P-${newSpeakable(random, 5)}`
}
