import type { Transaction } from '../store/store.ts'
import { shiftOf, timeArrives, timePasses } from './day-stories.ts'
import { historyStories } from './demo-history.ts'
import { presentStories, type DemoPresent } from './demo-present.ts'
import type { DemoWorld } from './demo-world.ts'
import { openMinutes } from './open-minutes.ts'
import { play, type Story } from './story.ts'

const MINUTE = 60_000
/** The oldest that the present tells of, in open minutes. */
const PRESENT_MINUTES = 300

/** Fills a site that has its bays, hours and services with what is going on there, and with the week before. */
export async function plantLife(tx: Transaction, world: DemoWorld, { history }: { history: boolean }): Promise<void> {
  const present: DemoPresent = {
    now: tx.at,
    parking: await openMinutes(tx, world.site, 'parking', tx.at),
    wash: await openMinutes(tx, world.site, 'wash', tx.at),
  }
  const quarters = Array.from({ length: PRESENT_MINUTES / 15 }, (_, index) => present.parking.ago(index * 15 + 1))
  await play(tx, [
    ...shifts(world, present, history),
    ...(history ? historyStories(world, present) : []),
    ...presentStories(world, present),
    timePasses(world, quarters.toReversed()),
    timeArrives(world, tx.at),
  ])
}

/** One shift a day. The last is open, whatever the hour; it began an hour ago at the latest. */
function shifts(world: DemoWorld, { now, parking }: DemoPresent, history: boolean): readonly Story[] {
  const begun = parking.days.filter(({ from }) => from <= now)
  const last = Math.min(begun.at(-1)?.from ?? now, now - 70 * MINUTE) - 10 * MINUTE
  const oldest = parking.ago(PRESENT_MINUTES)
  const before = begun
    .slice(0, -1)
    .slice(-8)
    .filter(({ to }) => history || to > oldest)
  return [
    ...before.map(({ from, to }) => shiftOf(world, from - 10 * MINUTE, Math.min(to + 10 * MINUTE, last - MINUTE))),
    shiftOf(world, last),
  ]
}
