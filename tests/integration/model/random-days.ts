import fc from 'fast-check'
import { Play } from './play.ts'
import { anyStep } from './steps.ts'
import { Tally } from './tally.ts'

/** The longest that one car park is played with; most are shorter. */
const MOST_STEPS = 1600

const { KERBSIDE_MODEL_SEED: seedAsked, KERBSIDE_MODEL_STEPS: stepsAsked, npm_lifecycle_event: command } = process.env
const isProof = command === 'proof:model'
/** How many steps each file takes; in `npm run proof:model` more, or as many as the environment says. */
const STEPS = Number(stepsAsked ?? (isProof ? 30_000 : 5200))

/**
 * Plays random days until so many steps are done, each car park by a seed of its own.
 * A failure names its seed: the same seed plays the same days again.
 */
async function playRandomDays(firstSeed: number, steps: number): Promise<Tally> {
  const tally = new Tally()
  for (let seed = firstSeed; tally.steps < steps; seed += 1) {
    const commands = fc.commands([...anyStep], { maxCommands: MOST_STEPS, size: 'max' })
    const property = fc.asyncProperty(commands, async (days) => {
      const play = await Play.open(tally)
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: play }), days)
      } finally {
        await play.park.close()
      }
    })
    // A failure is told as it is: to play whole days again for a shorter one takes longer than to read this one.
    const { errorInstance: cause } = await fc.check(property, { seed, numRuns: 1, endOnFailure: true })
    if (cause !== null) throw new Error(`KERBSIDE_MODEL_SEED=${seed}: ${messageOf(cause)}`, { cause })
  }
  return tally
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))

/** How often each of these must have been done in a thousand steps. Two at once count for themselves. */
const leastDone: Readonly<Record<string, number>> = {
  ...{
    'hold a wash': 8,
    'hold a bay': 12,
    confirm: 12,
    cancel: 2,
    'pay a booking': 8,
    'pay late': 3,
    tender: 6,
    refund: 3,
  },
  ...{
    'check in': 1,
    'walk in': 6,
    'exit quote': 15,
    exit: 2,
    'move a car': 1,
    'move a booking': 0.5,
    'move a wash': 5,
    void: 1,
  },
  ...{
    'correct an entry': 1,
    discount: 1,
    'wait for a bay': 1,
    'serve who waits': 0.5,
    'block a bay': 0.5,
    'unblock a bay': 0.2,
  },
  ...{ 'open a shift': 1, 'hand over a shift': 0.4, 'close a shift': 0.4, 'move cash': 1, 'print a receipt': 0.2 },
  ...{ restart: 0.5, 'power cut': 0.5, reboot: 0.5, 'the wall clock is set': 1, 'accept the wall clock': 2 },
  ...{ 'cut short: a row fails': 4, 'cut short: disk full at commit': 2 },
  ...{ 'cut short: power cut before commit': 2, 'cut short: power cut after commit': 2, 'exit quote by hand': 4 },
  ...{
    'to the end of a quote': 4,
    'to a deadline': 2,
    'to a millisecond beside a deadline': 4,
    'seconds tick': 1,
    'once more': 3,
  },
  ...{ 'two at once: hold a bay': 1, 'two at once: confirm': 0.5, 'two at once: tender': 0.2 },
}
/** The refusals of which each must have been seen. */
const refused = [
  ...['slot_past', 'outside_window', 'site_closed', 'invalid_interval', 'lead_time', 'slot_taken', 'clock_untrusted'],
  ...['hold_expired', 'payment_expired', 'invalid_state', 'too_early', 'already_parked', 'bay_occupied', 'lot_full'],
  ...['payment_due', 'no_open_shift', 'shift_already_open', 'amount_too_high', 'cash_too_little'],
  'idempotency_key_reused',
]
const DEADLINES = 25

/**
 * Plays random days, and says what happened in them.
 * @param firstSeed the seed of the first car park, unless the environment names another
 * @returns what happened so seldom that the days prove little of it
 * @throws where the car park and the model part, with the seed
 */
export async function playAndCount(firstSeed: number): Promise<readonly string[]> {
  const seed = Number(seedAsked ?? firstSeed)
  const began = performance.now()
  const tally = await playRandomDays(seed, STEPS)
  const seconds = Math.round((performance.now() - began) / 1000)
  const thousands = STEPS / 1000
  const done = Object.entries(leastDone).filter(([kind, least]) => tally.count(kind) < Math.floor(least * thousands))
  const refusals = tally.refusals()
  const unseen = refused.filter((code) => !refusals.has(code))
  const deadlines = tally.deadlines < DEADLINES * thousands ? ['deadlines'] : []
  const tooSeldom = [...done.map(([kind]) => kind), ...unseen, ...deadlines]
  if (isProof || tooSeldom.length > 0) console.log(`from seed ${seed}, in ${seconds} s: ${String(tally)}`)
  return tooSeldom
}
