import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Trail } from '../support/audit-trail.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { Customers } from './customers.ts'
import { expectKept, expectSound, look } from './kept.ts'
import { ServerProcess } from './server-process.ts'

/** Of each of the two lots, which are killed side by side; `KERBSIDE_KILLS` sets another number of all. */
const KILLS = Math.ceil(Number(process.env['KERBSIDE_KILLS'] ?? 200) / 2)
const CUSTOMERS = 12
/** How long a server lives once it listens, ms. */
const LIFE = { least: 20, most: 220 }

describe.concurrent('a server that is killed in the middle of its work', () => {
  it.each(['LA', 'LB'])('has kept each acknowledged booking once, and no other: lot %s', async (name) => {
    const seed = testSeed(name === 'LA' ? 1 : 2)
    const random = seededRandom(seed)
    const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-killed-'))
    const customers = new Customers(name, random)
    const trail = new Trail()
    let answers = 0
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const server = await ServerProcess.start(dataDir)
        await customers.settle(server.publicUrl)
        look(dataDir, (db) => expectKept(db, customers, trail, name))
        const crowd = customers.crowd(server.publicUrl, CUSTOMERS, Date.now())
        await pause(LIFE.least + (LIFE.most - LIFE.least) * random())
        await server.kill()
        answers += await crowd
      }
      const server = await ServerProcess.start(dataDir)
      await customers.settle(server.publicUrl)
      await server.stop()
      look(dataDir, (db) => {
        expectKept(db, customers, trail, name)
        expectSound(db, trail)
      })
      console.log(
        `lot ${name}, seed ${seed}: ${KILLS} kills, ${answers} answers, ${customers.promised.size} bookings kept`,
      )
      expect(customers.promised.size).toBeGreaterThan(KILLS)
      expect(customers.stopped).toBe(0)
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})
