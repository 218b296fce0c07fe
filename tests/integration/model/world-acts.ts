import fc from 'fast-check'
import { same } from '../../support/same.ts'
import { act, pick, post, wentAs } from './act.ts'
import { deadlinesOf } from './deadlines.ts'
import { lastAsked } from './exit-acts.ts'
import { HOUR, midnight, MINUTE, timeOfDay, type Model } from './park-model.ts'
import { PIN } from './real-park.ts'
import type { Play } from './play.ts'

/** Something that nobody asks the car park for: time passes, a clock is set, the program or the machine starts anew. */
export interface Event {
  readonly kind: string
  readonly run: (play: Play) => Promise<void>
}

const event = (kind: string, run: Event['run']): Event => ({ kind, run })

function pass({ park, model }: Play, ms: number): void {
  park.world.slip(ms)
  model.now += ms
}

/** Often nobody looks after time has passed: the next request is the first to be decided at that instant. */
const looks = fc.boolean()

export const toDeadline = fc
  .tuple(fc.nat({ max: 100 }), fc.constantFrom(-1, 0, 1), looks)
  .map(([index, beside, isSeen]) =>
    event(beside === 0 ? 'to a deadline' : 'to a millisecond beside a deadline', async (play) => {
      const deadline = pick([...deadlinesOf(play.model)].toSorted((a, b) => a - b).slice(0, 3), index)
      if (deadline === undefined) return
      pass(play, Math.max(0, deadline + beside - play.model.now))
      if (isSeen) await play.decideNothing()
    }),
  )

/** Until the last quote ends, or a millisecond beside it. */
export const toQuoteEnd = fc.constantFrom(-1, 0, 0, 1).map((beside) =>
  event('to the end of a quote', async (play) => {
    const end = lastAsked(play.model)?.quote?.expires
    if (end !== undefined) pass(play, Math.max(0, end + beside - play.model.now))
  }),
)

export const minutesPass = fc.tuple(fc.integer({ min: 1, max: 6 * MINUTE }), looks).map(([ms, isSeen]) =>
  event('minutes pass', async (play) => {
    pass(play, ms)
    if (isSeen) await play.decideNothing()
  }),
)

/** Hours; at night, until the morning. */
export const hoursPass = fc.tuple(fc.integer({ min: HOUR / 2, max: 5 * HOUR }), looks).map(([ms, isSeen]) =>
  event('hours pass', async (play) => {
    const time = timeOfDay(play.model.now)
    const morning = midnight(play.model.now) + (time > 12 * HOUR ? 24 * HOUR : 0) + 8.5 * HOUR
    pass(play, time > 20 * HOUR || time < 8 * HOUR ? morning - play.model.now : ms)
    if (isSeen) await play.decideNothing()
  }),
)

/** The seconds are struck on the way, with the sweeps that belong to them. */
export const secondsTick = fc.integer({ min: 1, max: 3000 }).map((ms) =>
  event('seconds tick', async (play) => {
    await play.decideNothing()
    play.park.world.advance(ms)
    play.model.now += ms
    await play.decideNothing()
  }),
)

const anyStep = fc.constantFrom(200, -200, 5000, -5000, 25 * MINUTE, -25 * MINUTE, 2 * HOUR, -2 * HOUR)

const stepBy = (ms: number): Event =>
  event('the wall clock is set', async (play) => {
    const { model, park } = play
    park.world.stepWall(ms)
    model.wallAhead += ms
    if (model.clock === 'trusted' || model.clock === 'provisional') model.clock = 'guarded'
    await play.decideNothing()
    await sameClock(play)
  })

export const stepClock = anyStep.map(stepBy)
export const stepAhead = fc.constantFrom(200, 5000, 60_000).map(stepBy)
export const stepBack = fc.constantFrom(-5000, -4 * MINUTE, -25 * MINUTE, -2 * HOUR).map(stepBy)

/** Business time and the clock's state, as the server says them. */
export async function sameClock({ park, model }: Play): Promise<void> {
  const { body } = await park.send({ method: 'GET', path: '/api/v1/time' })
  const { server_ms, clock_state } = body as { server_ms: number; clock_state: string }
  same('the clock', [server_ms, clock_state], [model.now, model.clock])
}

export const acceptClock = act('accept the wall clock', () => ({
  decides: false,
  request: post('/clock/accept', { pin: PIN, reason: 'by the radio clock' }),
  judge(now, answer) {
    wentAs(answer, 'ok')
    const by = now.wallAhead
    now.clock = 'trusted'
    if (Math.abs(by) <= 128) return
    if (by < 0) moveDeadlines(now, by)
    now.now += by
    now.wallAhead = 0
    now.epochSince = now.now
  },
}))

/** What began by a wrong clock that ran ahead lasts as long by the right one. */
function moveDeadlines(model: Model, by: number): void {
  for (const booking of model.bookings.values()) {
    if (booking.state === 'held' && booking.created >= model.epochSince && booking.holdUntil !== null)
      booking.holdUntil += by
    const due = model.payments.get(`pay-${booking.id}`)
    if (
      booking.state === 'awaiting_payment' &&
      due !== undefined &&
      due.created >= model.epochSince &&
      booking.payUntil !== null
    )
      booking.payUntil += by
  }
  for (const payment of model.payments.values()) {
    const isDue = payment.state === 'due' || payment.state === 'pending'
    if (isDue && payment.created >= model.epochSince && payment.expires !== null) payment.expires += by
  }
  for (const stay of model.stays.values()) {
    if (stay.quote !== null && stay.quote.created >= model.epochSince) stay.quote.expires += by
    if (stay.state !== 'parked' || stay.recorded < model.epochSince) continue
    if (stay.entered === stay.recorded) stay.entered += by
    stay.recorded += by
  }
}

export const restart = fc
  .tuple(fc.constantFrom('stop' as const, 'power cut' as const), fc.integer({ min: 0, max: 10 * MINUTE }))
  .map(([how, offMs]) =>
    event(how === 'stop' ? 'restart' : 'power cut', async (play) => {
      const { park } = play
      await play.decideNothing()
      await play.comeBack(() => park.restart(how))
      pass(play, offMs)
      await sameClock(play)
      play.auditor.lookAtAll(park.db, play.model)
    }),
  )

const anyWall = fc.constantFrom(0, 0, 3000, 90 * MINUTE, -10 * MINUTE, -3 * HOUR, 37 * HOUR)

/** The machine was off for a minute, and its wall clock says something else than before. */
export const reboot = anyWall.map((stepMs) =>
  event('reboot', async (play) => {
    const { park, model } = play
    await play.decideNothing()
    park.world.slip(MINUTE)
    park.world.reboot()
    park.world.stepWall(stepMs)
    const wall = model.now + model.wallAhead + MINUTE + stepMs
    const mark = model.now
    await park.restart('power cut')
    const isSuspect = model.clock === 'forward_suspect' || wall > mark + 36 * HOUR
    const isBack = wall < mark - 2000
    model.clock = isBack ? 'rollback' : isSuspect ? 'forward_suspect' : 'provisional'
    model.now = isBack ? mark : Math.max(wall, mark)
    model.wallAhead = wall - model.now
    model.epochSince = model.now
    await play.decideNothing()
    await sameClock(play)
    play.auditor.lookAtAll(park.db, model)
  }),
)
