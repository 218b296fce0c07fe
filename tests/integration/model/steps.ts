import fc from 'fast-check'
import type { Act } from './act.ts'
import * as booking from './booking-acts.ts'
import { anyCut, nameOf } from './cut-short.ts'
import * as leaving from './exit-acts.ts'
import * as holds from './hold-acts.ts'
import * as late from './late-acts.ts'
import * as lot from './lot-acts.ts'
import * as money from './money-acts.ts'
import type { Play } from './play.ts'
import * as shift from './shift-acts.ts'
import * as stay from './stay-acts.ts'
import * as wash from './wash-acts.ts'
import * as world from './world-acts.ts'

/** A step of a random day, as fast-check runs and names it. */
export class Step implements fc.AsyncCommand<object, Play> {
  readonly #kind: string
  readonly #run: (play: Play) => Promise<void>
  constructor(kind: string, run: (play: Play) => Promise<void>) {
    this.#kind = kind
    this.#run = run
  }

  check = () => true
  run = (_: object, play: Play) => play.step(this.#kind, () => this.#run(play))
  toString = () => this.#kind
}

type Weighted<T> = readonly (readonly [number, fc.Arbitrary<T>])[]
const among = <T>(choices: Weighted<T>) => fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const acts: Weighted<Act> = [
  [7, holds.holdWash],
  [9, holds.holdParking],
  [13, booking.confirm],
  [2, booking.cancel],
  [8, booking.checkIn],
  [1, booking.complete],
  [1, booking.noShow],
  [2, booking.moveBooking],
  [5, stay.walkIn],
  [2, stay.moveCar],
  [5, leaving.exit],
  [1, stay.voidStay],
  [1, stay.correctEntry],
  [1, lot.block],
  [2, lot.unblock],
  [2, lot.wait],
  [2, lot.serve],
  [5, money.tender],
  [11, money.payBooking],
  [3, money.refund],
  [2, money.discount],
  [3, late.payLate],
  [6, leaving.quoteExit],
  [2, leaving.quoteByHand],
  [0.2, money.print],
  [9, wash.moveWash],
  [1, wash.washWalkIn],
  [3, shift.openShift],
  [1, shift.moveCash],
  [1, shift.closeShift],
].map(([weight, arbitrary]) => [(weight as number) * 10, arbitrary as fc.Arbitrary<Act>])

const events: Weighted<world.Event> = [
  [9, world.toDeadline],
  [6, world.minutesPass],
  [2, world.hoursPass],
  [2, world.secondsTick],
  [0.7, world.stepClock],
  [1, world.restart],
  [0.5, world.reboot],
].map(([weight, arbitrary]) => [(weight as number) * 10, arbitrary as fc.Arbitrary<world.Event>])

const anyAct = among(acts)

/** Somebody who goes straight on, as most do: otherwise most would run out of time. */
const stories = fc.oneof(
  fc.tuple(holds.holdParking, booking.confirm, money.payBooking, money.payBooking, booking.checkIn),
  fc.tuple(holds.holdWash, booking.confirm, money.payBooking, money.payBooking, wash.moveWash),
  fc.tuple(stay.walkIn, leaving.quoteExit, money.tender, money.tender, leaving.exit),
  fc.tuple(leaving.quoteExit, money.tender, leaving.exit),
  fc.tuple(leaving.quoteByHand, money.tender, leaving.exit),
  fc.tuple(late.payLate, booking.cancelOurs, late.payLateAgain),
  fc.tuple(wash.moveWash, wash.moveWash, wash.moveWash, wash.moveWash),
)

async function goOn(play: Play, story: readonly Act[]): Promise<void> {
  for (const [index, act] of story.entries()) {
    if (index === 0) await play.do(act)
    else await play.step(act.kind, () => play.do(act))
  }
}

/** A car that was let go for nothing is asked to leave just when that ends. */
const endOfQuote = fc
  .tuple(fc.oneof(leaving.quoteByHand, leaving.quoteExit), world.toQuoteEnd)
  .map(([quote, toEnd]) => new Step(toEnd.kind, (play) => leaveAtEnd(play, quote, toEnd)))

async function leaveAtEnd(play: Play, quote: Act, toEnd: world.Event): Promise<void> {
  await play.do(quote)
  await play.step(toEnd.kind, () => play.happen(toEnd, toEnd.kind))
  await play.do(leaving.exitLastAsked)
}

/** What began by one clock goes on by a second, which turns out to be ahead of the third. */
const threeClocks = fc
  .tuple(
    fc.oneof(holds.holdWash, holds.holdParking, leaving.quoteExit),
    world.stepAhead,
    fc.oneof(booking.confirm, booking.confirm, stay.walkIn, leaving.quoteExit),
    world.stepBack,
  )
  .map(
    ([first, ahead, second, back]) =>
      new Step('one clock after the other', async (play) => {
        await play.do(first)
        await acceptNow(play, ahead)
        await play.step(second.kind, () => play.do(second))
        await acceptNow(play, back)
      }),
  )

async function acceptNow(play: Play, set: world.Event): Promise<void> {
  await play.step(set.kind, () => play.happen(set, set.kind))
  await play.step(world.acceptClock.kind, () => play.do(world.acceptClock))
}

export const anyStep: readonly fc.Arbitrary<Step>[] = [
  fc.oneof(
    { weight: 80, arbitrary: anyAct.map((act) => new Step(act.kind, (play) => play.do(act))) },
    { weight: 12, arbitrary: among(events).map((one) => new Step(one.kind, (play) => play.happen(one, one.kind))) },
    { weight: 2, arbitrary: fc.constant(new Step('accept', (play) => play.do(world.acceptClock))) },
    {
      weight: 8,
      arbitrary: stories.map((story) => new Step(`${story[0].kind}, straight on`, (play) => goOn(play, story))),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(anyAct, anyAct)
        .map((two) => new Step(`${two[0].kind} and ${two[1].kind}`, (play) => play.doTogether(two))),
    },
    { weight: 2, arbitrary: endOfQuote },
    { weight: 1, arbitrary: threeClocks },
    {
      weight: 6,
      arbitrary: fc
        .tuple(anyAct, anyCut)
        .map(([act, cut]) => new Step(`${act.kind}, ${nameOf(cut)}`, (play) => play.doCutShort(act, cut))),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.nat({ max: 999 }), fc.boolean())
        .map(([index, isChanged]) => new Step('repeat', (play) => play.repeat(index, isChanged))),
    },
  ),
]
