import fc from 'fast-check'
import { act, iso, pick, pickWanted, PLATES, post, wentAs } from './act.ts'
import { carIn, carOf, isFree, isToCome, mayShift, ofClass } from './bays.ts'
import { MINUTE, type Model } from './park-model.ts'
import { addStay, anyClass, walkInOutcomes } from './stay-acts.ts'

const FOR_EVER = Date.UTC(9000, 0)

const anyIndex = fc.nat({ max: 10_000 })

export const block = fc.tuple(anyIndex, fc.constantFrom(-5, 0, 20, 60, 240, null, null)).map(([index, minutes]) =>
  act('block a bay', (model) => {
    const bay = pick(model.bays, index)
    if (bay === undefined) return undefined
    const until = minutes === null ? FOR_EVER : model.now + minutes * MINUTE
    const body = { reason: 'wet paint', ...(minutes !== null && { until: iso(until) }) }
    return {
      request: post(`/bays/${bay.id}/block`, body),
      judge(now, answer) {
        if (!wentAs(answer, ...blockOutcomes(now, bay.id, until))) return
        now.blocks.set(bay.id, { id: '', from: now.now, to: until })
      },
    }
  }),
)

function blockOutcomes(model: Model, bay: string, until: number): readonly string[] {
  if (until <= model.now) return ['invalid_interval']
  if (carIn(model, bay) !== undefined) return ['bay_occupied']
  const known = model.blocks.get(bay)
  if (known !== undefined && known.to > model.now && known.from < until) return ['invalid_state']
  const isInWay = ({ from, to }: { from: number; to: number }) => from < until && to > model.now
  if ([...model.bookings.values()].some((one) => one.bay === bay && one.state === 'checked_in' && isInWay(one.busy)))
    return ['bay_occupied']
  // Washes that are over keep their bay for the clean-up: as of a car that stands there.
  if (model.leftovers.some((one) => one.bay === bay && isInWay(one.span))) return ['bay_occupied']
  if (mayShift(model)) return ['ok', 'bay_in_use']
  const inTheWay = [...model.bookings.values()].filter((one) => one.bay === bay && isToCome(one) && isInWay(one.busy))
  if (inTheWay.length === 0) return ['ok']
  const others = ofClass(model, model.bays.find(({ id }) => id === bay)?.bayClass ?? '').filter(({ id }) => id !== bay)
  const isStuck = inTheWay.some((one) => !others.some(({ id }) => isFree(model, id, one.busy)))
  return isStuck ? ['bay_in_use'] : inTheWay.length === 1 ? ['ok'] : ['ok', 'bay_in_use']
}

export const unblock = anyIndex.map((index) =>
  act('unblock a bay', (model) => {
    const bay = index % 3 === 0 ? pick(model.bays, index)?.id : pick(model.blocks.keys(), index)
    if (bay === undefined) return undefined
    return {
      request: post(`/bays/${bay}/unblock`),
      judge(now, answer) {
        const known = now.blocks.get(bay)
        const isBlocked = known !== undefined && known.from <= now.now && known.to > now.now
        if (wentAs(answer, isBlocked ? 'ok' : 'invalid_state')) now.blocks.delete(bay)
      },
    }
  }),
)

export const wait = fc.tuple(anyClass, anyIndex).map(([bayClass, index]) =>
  act('wait for a bay', () => {
    const plate = pick(PLATES, index) ?? ''
    return {
      request: post('/waitlist', { plate, bay_class: bayClass }),
      judge(now, answer) {
        const waits = [...now.waiting.values()].filter((one) => one.open && one.plate === plate)
        // Whether an offer has lapsed meanwhile is not the model's to say; the tests of the waitlist do.
        const allowed = waits.length > 0 ? ['invalid_state', 'ok'] : ['ok']
        if (!wentAs(answer, ...(carOf(now, plate) === undefined ? allowed : ['already_parked']))) return
        for (const one of waits) one.open = false
        const { id } = answer.body as { id: string }
        now.waiting.set(id, { id, plate, bayClass, open: true })
      },
    }
  }),
)

export const serve = fc.tuple(anyIndex, fc.constantFrom(true, true, true, false)).map(([index, isServed]) =>
  act(isServed ? 'serve who waits' : 'wait no more', (model) => {
    const asked = pickWanted(model.waiting.values(), index, ({ open }) => open)
    if (asked === undefined) return undefined
    const request = isServed
      ? post(`/waitlist/${asked.id}/serve`)
      : { method: 'DELETE', path: `/api/v1/waitlist/${asked.id}` }
    return {
      request,
      judge(now, answer) {
        const row = now.waiting.get(asked.id) ?? asked
        const wished = isServed ? walkInOutcomes(now, row.plate, row.bayClass, undefined) : ['ok']
        const isDone = wentAs(answer, 'invalid_state', ...(row.open ? wished : []))
        if (isDone || answer.outcome === 'invalid_state') row.open = false
        if (!isDone) return
        if (isServed) addStay(now, answer, row.plate, row.bayClass)
      },
    }
  }),
)
