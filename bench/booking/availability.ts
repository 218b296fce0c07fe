import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { plantHistory } from './history.ts'
import { startProgram, type RunningServer } from './programs.ts'
import { quantile } from '../quantile.ts'

/** How much history there is in each of the stores that are compared. */
const SIZES = [100, 10_000, 100_000, 1_000_000]
const QUESTIONS = 150

/** What asking for a free bay, and for the slots of a day, costs beside so much history, in ms. */
export interface AvailabilityFigures {
  readonly bookings: number
  readonly parkingMs: number
  readonly washMs: number
}

/** Asks servers with little and much history in turn, question by question. */
export async function compareHistories(prepared: string, folder: string): Promise<readonly AvailabilityFigures[]> {
  const servers: { server: RunningServer; bookings: number; parking: number[]; wash: number[] }[] = []
  for (const bookings of SIZES) {
    const dataDir = join(folder, `history-${bookings}`)
    cpSync(prepared, dataDir, { recursive: true })
    plantHistory(dataDir, bookings, Date.now())
    servers.push({ server: await startProgram('kerbside', [dataDir]), bookings, parking: [], wash: [] })
  }
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const parking = `/api/v1/availability/parking?start=${tomorrow}T07:00:00Z&end=${tomorrow}T09:00:00Z`
  const wash = `/api/v1/availability/wash?service_id=exterior&date=${tomorrow}`
  for (let question = 0; question < QUESTIONS; question += 1) {
    for (const each of servers) {
      each.parking.push(await timed(each.server.url + parking))
      each.wash.push(await timed(each.server.url + wash))
    }
  }
  for (const { server } of servers) await server.stop()
  return servers.map((each) => ({
    bookings: each.bookings,
    parkingMs: quantile(each.parking.slice(QUESTIONS / 3), 0.5),
    washMs: quantile(each.wash.slice(QUESTIONS / 3), 0.5),
  }))
}

async function timed(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  if (answer.status !== 200) throw new Error(`${url}: ${await answer.text()}`)
  await answer.arrayBuffer()
  return performance.now() - began
}
