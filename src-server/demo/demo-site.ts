import type { Clock } from '../clock/clock.ts'
import type { SessionService } from '../identity/session-service.ts'
import type { Random } from '../ids/random.ts'
import type { ReceiptMeans } from '../receipts/receipt-means.ts'
import { defaultRules, insertTemplateSite } from '../setup/site-template.ts'
import type { SiteService } from '../site/site-service.ts'
import type { SiteRow, Store } from '../store/store.ts'
import { DEMO_WIPED } from './demo-wiped.ts'
import { demoStaff } from './demo-people.ts'
import { Dice } from './dice.ts'
import { plantLife } from './plant-life.ts'

const row: SiteRow = {
  ...defaultRules,
  name: 'Harbour Street Park & Wash',
  timezone: 'Asia/Kolkata',
  currency: 'INR',
  demo: true,
  businessName: 'Harbour Street Mobility (demo)',
  address: '14 Harbour Street\nFort Kochi 682001',
  phone: '+91 484 555 0100',
  // Of the form that the tax office gives, and nobody's.
  taxId: '32AAAAA0000A1Z5',
  receiptFooter: 'Thank you. Drive safely.',
  languages: 'en,hi,ml,ar',
}

interface Parts {
  readonly store: Store
  readonly clock: Clock
  readonly site: SiteService
  readonly sessions: SessionService
  readonly random: Random
  readonly receiptMeans: ReceiptMeans
}

export interface DemoOptions {
  /** Whether the site has a week behind it, which takes the server a moment to make up. */
  readonly history: boolean
  /** What it is made up from; undefined leaves it to chance. */
  readonly seed: number | undefined
}

/**
 * Fills an empty store with the demo site, its data relative to now. A store that has a site is left alone, and so is
 * one whose demo was wiped: whoever did that wants to set up their own.
 */
export async function plantDemoSite(
  { store, clock, site, sessions, random, receiptMeans }: Parts,
  options: DemoOptions,
): Promise<void> {
  if ((await site.row()) !== undefined) return
  if (await store.read((queries) => queries.hasEvent(DEMO_WIPED))) return
  const users = await Promise.all(demoStaff.map((person) => sessions.prepareUser(person)))
  const actorOf = (role: string) => `user:${users.find((user) => user.role === role)?.id ?? ''}`
  const means = { ...receiptMeans, clock }
  const dice = options.seed === undefined ? new Dice(random) : Dice.of(options.seed)
  await store.write(async (tx) => {
    await insertTemplateSite(tx, row)
    for (const user of users) await tx.insertUser(user)
    const people = { attendant: actorOf('attendant'), owner: actorOf('owner') }
    const world = { site: row, means, dice, bays: await tx.resources('bay'), ...people }
    await plantLife(tx, world, options)
    const data = options.seed === undefined ? {} : { seed: options.seed }
    await tx.appendEvent({ at: tx.at, kind: 'site.demo_planted', subject: 'site', actor: 'demo', data })
  })
  await site.reload()
}
