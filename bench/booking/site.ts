import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { readSettings, startServer } from '../../src-server/index.ts'
import { readFont } from '../../tests/support/print-fonts.ts'
import { WINDOW_DAYS } from './requests.ts'

const BAYS = 200
const WASH_BAYS = 60

/** The settings of a measured server: open kiosks on free ports, no sources of time, quiet. */
export function settingsFor(dataDir: string): ReturnType<typeof readSettings> {
  return readSettings({
    KERBSIDE_HOST: '127.0.0.1',
    KERBSIDE_PORT: '0',
    KERBSIDE_STAFF_PORT: '0',
    KERBSIDE_DATA_DIR: dataDir,
    KERBSIDE_KIOSK_ACCESS: 'open',
    KERBSIDE_NTP: 'off',
    KERBSIDE_MDNS: 'off',
    KERBSIDE_LOG_LEVEL: 'error',
  })
}

/** What a server that is only measured serves: no pages. */
export function noAssets(dataDir: string): { kioskDir: string; consoleDir: string; fontsDir: string } {
  const nowhere = join(dataDir, 'no-pages')
  return { kioskDir: nowhere, consoleDir: nowhere, fontsDir: nowhere }
}

/** Makes a store of a site with 200 bays, set up by the real first start and then made large. */
export async function prepareSite(dataDir: string): Promise<void> {
  const server = await startServer({ settings: settingsFor(dataDir), assets: noAssets(dataDir), readFont })
  const answer = await fetch(`${server.staffUrl}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      site_name: 'Quay Lane',
      timezone: 'Asia/Kolkata',
      currency: 'INR',
      owner_name: 'Meera Pillai',
      username: 'owner',
      password: 'quay-lane-owner',
    }),
  })
  if (answer.status !== 201) throw new Error(`the site could not be set up: ${await answer.text()}`)
  await server.stop()
  enlarge(dataDir)
}

/** Opens a prepared store, on which no server works, to change it by a connection of its own. */
export function openStoreFile(dataDir: string): BetterSqlite3.Database {
  // What it says of the store would no longer hold, and the next server would start in recovery mode.
  rmSync(join(dataDir, 'store-state.json'), { force: true })
  return new BetterSqlite3(join(dataDir, 'kerbside.sqlite'))
}

function enlarge(dataDir: string): void {
  const db = openStoreFile(dataDir)
  const insert = db.prepare('INSERT INTO resource (id, kind, label, bay_class, position) VALUES (?, ?, ?, ?, ?)')
  db.transaction(() => {
    db.prepare('UPDATE site SET window_days = ?').run(WINDOW_DAYS)
    // The template's own 20 bays for cars are among the 200.
    for (let n = 20; n < BAYS; n += 1) insert.run(`bench-bay-${n}`, 'bay', `X${n}`, 'car', 1000 + n)
    for (let n = 2; n < WASH_BAYS; n += 1) insert.run(`bench-wash-${n}`, 'wash_bay', `Y${n}`, null, 1000 + n)
    parkCars(db, Date.now())
  })()
  db.close()
}

/** Half of the bays have a car in them, as on any day. */
function parkCars(db: BetterSqlite3.Database, now: number): void {
  const stay = db.prepare(
    `INSERT INTO stay (id, ticket, resource_id, bay_class, plate, state, entered_at, recorded_entered_at, lost_ticket,
       tariff_version_id, made_by)
     SELECT 'stay-' || id, 'T-' || id, id, 'car', 'CAR' || position, 'parked', @now - 3600000, @now - 3600000, 0,
       (SELECT id FROM tariff_version LIMIT 1), 'user:bench' FROM resource WHERE kind = 'bay' AND position % 2 = 0`,
  )
  const allocation = db.prepare(
    `INSERT INTO allocation (id, resource_id, stay_id, state, busy_from, busy_to)
     SELECT 'car-' || resource_id, resource_id, id, 'in_use', @now - 3600000, @now + 36000000 FROM stay`,
  )
  stay.run({ now })
  allocation.run({ now })
}
