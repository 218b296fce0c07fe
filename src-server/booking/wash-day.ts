import { refuse, type Refusal } from '../../src-shared/errors/refusal.ts'
import type { SlotState } from '../../src-shared/api/booking-schemas.ts'
import { remembered } from '../site/remembered.ts'
import { weekdayOf } from '../site/site-calendar.ts'
import type { AllocationRow, ClosureRow, Queries, ResourceRow, ServiceRow, SiteRow } from '../store/store.ts'
import { makeSlots, openIntervals, type Slot, type SlotPlan } from './slot-maths.ts'

const MINUTE = 60_000

/** All that decides the slots of one wash service on one day. */
export interface WashDay {
  readonly site: SiteRow
  readonly service: ServiceRow
  readonly date: string
  /** Opening hours as instants, [from, to). */
  readonly open: readonly { readonly from: number; readonly to: number }[]
  readonly slots: readonly Slot[]
  readonly closure: ClosureRow | undefined
  readonly bays: readonly ResourceRow[]
  readonly busy: readonly AllocationRow[]
}

/** The slots and hours of a day, which are the same for ever for the same plan. */
const plannedDay = remembered(
  (plan: SlotPlan) => ({ slots: makeSlots(plan), open: openIntervals(plan) }),
  (plan) => JSON.stringify(plan),
)

/**
 * Reads what decides a day. Inside a transaction it sees the transaction's own writes.
 * @param about when only one slot is asked for: what lies beside [from, to) is not read
 */
export async function loadWashDay(
  queries: Queries,
  site: SiteRow,
  service: ServiceRow,
  date: string,
  about?: { readonly from: number; readonly to: number },
): Promise<WashDay> {
  const rules = await queries.openingRules()
  const weekday = weekdayOf(date)
  const closures = await queries.closures(date, date)
  const plan = {
    date,
    timezone: site.timezone,
    openings: rules.filter((rule) => rule.kind === 'wash' && rule.weekday === weekday),
    stepMinutes: site.washSlotMinutes,
    durationMinutes: service.durationMinutes,
  }
  const { slots, open } = plannedDay(plan)
  const from = about?.from ?? slots[0]?.start ?? 0
  const to = about?.to ?? (slots.at(-1)?.end ?? 0) + service.cleanupMinutes * MINUTE
  return {
    site,
    service,
    date,
    open,
    slots,
    closure: closures.find((closure) => closure.kind !== 'parking'),
    bays: await queries.resources('wash_bay'),
    busy: slots.length === 0 ? [] : await queries.liveAllocations('wash_bay', from, to),
  }
}

/** The interval that a slot keeps its bay busy: service and clean-up, half-open, in ms since the epoch. */
export function busyInterval(day: WashDay, slot: Slot): { busyFrom: number; busyTo: number } {
  return { busyFrom: slot.start, busyTo: slot.end + day.service.cleanupMinutes * MINUTE }
}

/** The bays free for the whole of a slot and its clean-up, in their own order. */
export function freeBays(day: WashDay, slot: Slot): readonly ResourceRow[] {
  const { busyFrom, busyTo } = busyInterval(day, slot)
  const taken = new Set<string>()
  for (const row of day.busy) if (row.busyFrom < busyTo && row.busyTo > busyFrom) taken.add(row.resourceId)
  return day.bays.filter(({ id }) => !taken.has(id))
}

export interface SlotStatus {
  readonly state: SlotState
  readonly remaining: number
  readonly closedBecause?: 'lead_time' | 'closure'
}

/** What a slot is at an instant of business time. A slot has begun when its start is at or before `now`. */
export function slotStatus(day: WashDay, slot: Slot, now: number): SlotStatus {
  if (slot.start <= now) return { state: 'past', remaining: 0 }
  if (day.closure !== undefined) return { state: 'closed', remaining: 0, closedBecause: 'closure' }
  const remaining = freeBays(day, slot).length
  if (remaining === 0) return { state: 'full', remaining }
  if (slot.start < now + day.site.washLeadMinutes * MINUTE) {
    return { state: 'closed', remaining, closedBecause: 'lead_time' }
  }
  return { state: 'open', remaining }
}

/** The slot that begins at an instant, or why there is none. */
export function slotAt(day: WashDay, start: number): Slot | Refusal {
  const slot = day.slots.find((candidate) => candidate.start === start)
  if (slot !== undefined) return slot
  const isOpen = day.open.some(({ from, to }) => start >= from && start < to)
  if (!isOpen) return refuse('site_closed', 'the wash is closed then')
  return refuse('invalid_interval', `slots of ${day.service.name} begin every ${day.site.washSlotMinutes} minutes`)
}
