import { afterEach, expect, it } from 'vitest'
import { startStillServer, type StillServer } from '../../support/still-server.ts'
import { rows } from './demo-rows.ts'

let still: StillServer | undefined
afterEach(() => still?.stop())

/** What the demo's people did, without the ids that nobody should be able to foretell. */
async function storyOf(seed: string): Promise<{ told: unknown; ids: unknown; planted: unknown }> {
  still = await startStillServer({ site: 'demo', demoHistory: true, env: { KERBSIDE_DEMO_SEED: seed } })
  const found = still.look((db) => ({
    told: [
      rows(db, 'SELECT plate, bay_class, entered_at, exited_at FROM stay ORDER BY entered_at, plate'),
      rows(db, 'SELECT plate, state, created_at FROM booking ORDER BY created_at, plate'),
      rows(db, 'SELECT method, amount_minor, received_minor FROM tender ORDER BY at, amount_minor, method'),
    ],
    ids: rows(db, 'SELECT id FROM booking ORDER BY id'),
    planted: rows(db, "SELECT data FROM event WHERE kind = 'site.demo_planted'"),
  }))
  await still.stop()
  still = undefined
  return found
}

it('a seed tells the same history each time, another one another, and never the same ids', async () => {
  const seven = await storyOf('7')
  const again = await storyOf('7')
  const eight = await storyOf('8')
  expect(again.told).toEqual(seven.told)
  expect(eight.told).not.toEqual(seven.told)
  expect(again.ids).not.toEqual(seven.ids)
  expect(JSON.stringify(seven.planted)).toContain('\\"seed\\":7')
})
