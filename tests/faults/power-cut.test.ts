import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Trail } from '../support/audit-trail.ts'
import { rows } from '../support/store-look.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { Customers } from './customers.ts'
import { Disk, diskObstacle } from './disk-image.ts'
import { expectKept, expectSound, look } from './kept.ts'
import { needs } from '../support/needs.ts'
import { ServerProcess } from './server-process.ts'
import { standStill } from './stopped.ts'

/** `KERBSIDE_POWER_CUTS` sets another number. */
const CUTS = Number(process.env['KERBSIDE_POWER_CUTS'] ?? 50)
const CONTROL_CUTS = 4
const CUSTOMERS = 12
/** How long a server works before the power is cut, ms. */
const LIFE = { least: 20, most: 400 }

describe.concurrent('a power cut', () => {
  const obstacle = diskObstacle()

  it('takes no booking that was acknowledged, and nothing that the trail holds', async (test) => {
    needs(test, obstacle)
    const seed = testSeed(3)
    const random = seededRandom(seed)
    const customers = new Customers('PC', random)
    const trail = new Trail()
    const keepsAll = (dataDir: string) =>
      look(dataDir, (db) => {
        expectKept(db, customers, trail, 'PC')
        expectSound(db, trail)
      })
    let answers = 0
    await onDisks(async (disks) => {
      for (let cut = 0; cut < CUTS; cut += 1) {
        const { folder } = disks.current
        const server = await ServerProcess.start(folder)
        try {
          await customers.settle(server.publicUrl)
          keepsAll(folder)
          const crowd = customers.crowd(server.publicUrl, CUSTOMERS, Date.now())
          await pause(LIFE.least + (LIFE.most - LIFE.least) * random())
          await server.standStill()
          if (random() < 0.25) disks.current.writeBack('kerbside.sqlite')
          await disks.cut()
          await server.kill()
          answers += await crowd
        } finally {
          await server.kill()
        }
        disks.goOn()
      }
      const server = await ServerProcess.start(disks.current.folder)
      await customers.settle(server.publicUrl)
      await server.stop()
      keepsAll(disks.current.folder)
    })
    console.log(`seed ${seed}: ${CUTS} power cuts, ${answers} answers, ${customers.promised.size} bookings kept`)
    expect(customers.promised.size).toBeGreaterThan(CUTS)
    expect(customers.stopped).toBe(0)
  })

  it('takes nothing that was said to be kept, as the store is opened', async (test) => {
    needs(test, obstacle)
    const { said, lost } = await cutWriter('FULL')
    console.log(`control, synchronous=FULL: ${said} said, ${lost} lost`)
    expect(said).toBeGreaterThan(CONTROL_CUTS)
    expect(lost).toBe(0)
  })

  it('takes some of it where nobody waits for the disk, or these tests would prove nothing', async (test) => {
    needs(test, obstacle)
    const { said, lost } = await cutWriter('NORMAL')
    console.log(`control, synchronous=NORMAL: ${said} said, ${lost} lost`)
    expect(lost).toBeGreaterThan(0)
  })
})

/** Disks that follow each other: each is what a power cut left of the one before. */
class Disks {
  readonly #home = mkdtempSync(join(tmpdir(), 'kerbside-cut-'))
  #serial = 1
  #copy: Disk | undefined
  current = new Disk(this.#home, 'disk-1')

  begin(): void {
    this.current.format()
    this.current.mount()
  }

  async cut(): Promise<void> {
    this.#serial += 1
    this.#copy = new Disk(this.#home, `disk-${this.#serial}`)
    await this.current.cutInto(this.#copy)
  }

  /** The power is back: the copy takes the place of the disk it was made from. */
  goOn(): void {
    if (this.#copy === undefined) throw new Error('the power was not cut')
    this.current.remove()
    this.current = this.#copy
    this.current.mount()
  }

  end(): void {
    this.current.unmount()
    rmSync(this.#home, { recursive: true, force: true })
  }
}

async function onDisks(work: (disks: Disks) => Promise<void>): Promise<void> {
  const disks = new Disks()
  try {
    disks.begin()
    await work(disks)
  } finally {
    disks.end()
  }
}

/** Cuts the power under a program that writes numbers. @returns how many it said were kept, and how many of them are not */
async function cutWriter(synchronous: 'FULL' | 'NORMAL'): Promise<{ said: number; lost: number }> {
  const sum = { said: 0, lost: 0 }
  await onDisks(async (disks) => {
    for (let cut = 0; cut < CONTROL_CUTS; cut += 1) {
      const said = await cutOnce(disks, synchronous)
      const kept = look(disks.current.folder, (db) => rows<{ number: number }>(db, 'SELECT number FROM said'))
      const known = new Set(kept.map(({ number }) => number))
      sum.said += said.length
      sum.lost += said.filter((number) => !known.has(number)).length
    }
  })
  return sum
}

/** @returns the numbers that were said to be kept, until the power was cut */
async function cutOnce(disks: Disks, synchronous: 'FULL' | 'NORMAL'): Promise<readonly number[]> {
  const file = join(disks.current.folder, 'kerbside.sqlite')
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'plain-writer.ts'), file, synchronous])
  const gone = once(writer, 'exit')
  let said = ''
  let complaint = ''
  writer.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  writer.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  try {
    await Promise.race([once(writer.stdout, 'data'), gone.then(() => Promise.reject(new Error(complaint)))])
    await pause(200)
    await standStill(writer.pid ?? 0)
    await disks.cut()
  } finally {
    writer.kill('SIGKILL')
    await gone
  }
  disks.goOn()
  return said.split('\n').slice(0, -1).map(Number)
}
