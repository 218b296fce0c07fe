import type { Ms, Transaction } from '../store/store.ts'

/**
 * Something that happens at the demo site, told in order: it names the instant at which it goes on, and gets the store
 * as a transaction of that instant. What it does there it does by the functions of the business.
 */
export type Story = AsyncGenerator<Ms, void, Transaction>

interface Waiting {
  readonly at: Ms
  readonly story: Story
}

/**
 * Tells stories side by side, in the order of their instants; those of one instant in the order in which they came.
 * Numbers and events come out as they would have, had it all happened. Ends when every story has.
 * @throws Error when a story goes on after the transaction's own instant
 */
export async function play(tx: Transaction, stories: Iterable<Story>): Promise<void> {
  const waiting: Waiting[] = []
  for (const story of stories) await goOn(waiting, tx.at, story, story.next())
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { at, story } = next
    await goOn(waiting, tx.at, story, story.next({ ...tx, at }))
  }
}

async function goOn(waiting: Waiting[], now: Ms, story: Story, going: ReturnType<Story['next']>): Promise<void> {
  const step = await going
  if (step.done === true) return
  const at = step.value
  if (at > now) throw new Error(`a story of the demo goes on ${at - now} ms after now`)
  const place = waiting.findLastIndex((other) => other.at <= at) + 1
  waiting.splice(place, 0, { at, story })
}
