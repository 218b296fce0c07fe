import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Trail } from '../support/audit-trail.ts'
import { rows } from '../support/store-look.ts'
import { seededRandom, testSeed } from '../support/seeded.ts'
import { Customers } from './customers.ts'
import { expectKept, expectSound, look } from './kept.ts'
import { needs } from '../support/needs.ts'
import { expectReadOnly, expectWritable } from './read-only.ts'
import { NotStarted, ServerProcess } from './server-process.ts'

/** `KERBSIDE_FULL_DISKS` sets another number. */
const ROUNDS = Number(process.env['KERBSIDE_FULL_DISKS'] ?? 4)
const CUSTOMERS = 8
const SIZE = '48m'
/** What is left on the disk before customers come, bytes: the first round less than one commit needs. */
const ROOM = { least: 0, most: 400_000 }

describe('a disk that runs full', () => {
  it('stops writes and nothing else, until there is room; nothing acknowledged is lost', async (test) => {
    needs(test, tmpfsObstacle())
    const seed = testSeed(4)
    const random = seededRandom(seed)
    const customers = new Customers('FD', random)
    const trail = new Trail()
    await onSmallDisk(async (folder) => {
      const filler = join(folder, 'somebody-elses-film')
      const keepsAll = () =>
        look(folder, (db) => {
          expectKept(db, customers, trail, 'FD')
          expectSound(db, trail)
        })
      const server = await ServerProcess.start(folder)
      try {
        for (let round = 0; round < ROUNDS; round += 1) {
          const before = customers.promised.size
          fill(filler, round === 0 ? ROOM.least : ROOM.most * random())
          await customers.crowd(server.publicUrl, CUSTOMERS, Date.now())
          expect(customers.stopped).toBeGreaterThan(0)
          await expectReadOnly(server.publicUrl, 'disk_full')
          rmSync(filler)
          await untilReady(server.publicUrl)
          await expectWritable(server.publicUrl)
          await customers.settle(server.publicUrl)
          keepsAll()
          expect(customers.promised.size).toBeGreaterThan(before)
        }
        const resumed = look(folder, (db) => rows(db, "SELECT seq FROM event WHERE kind = 'store.resumed'"))
        expect(resumed.length).toBe(ROUNDS)
        fill(filler, 0)
        await server.stop()
        await expect(ServerProcess.start(folder)).rejects.toThrow(NotStarted)
        await expect(ServerProcess.start(folder)).rejects.toThrow(/no room.*start .*again/)
        rmSync(filler)
      } finally {
        await server.kill()
      }
      const again = await ServerProcess.start(folder)
      await customers.settle(again.publicUrl)
      await again.stop()
      keepsAll()
    })
    console.log(
      `seed ${seed}: ${ROUNDS} times full, ${customers.stopped} refused, ${customers.promised.size} bookings kept`,
    )
  })
})

/** Fills the disk up. @param leave bytes */
function fill(file: string, leave: number): void {
  const { bavail, bsize } = statfsSync(join(file, '..'))
  const descriptor = openSync(file, 'w')
  try {
    // The server writes meanwhile: what it took is not there to be filled.
    for (let blocks = Math.floor(bavail - leave / bsize); blocks > 0; blocks -= 1)
      writeSync(descriptor, Buffer.alloc(bsize))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(descriptor)
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await fetch(`${url}/readyz`)).status === 200) return
    await pause(100)
  }
  throw new Error('there is room, and it does not write again')
}

/** Why no small disk can be had here; undefined where one can. */
function tmpfsObstacle(): string | undefined {
  if (process.platform !== 'linux') return `tmpfs is Linux's, this is ${process.platform}`
  if (process.getuid?.() !== 0) return 'mounting needs root'
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-full-'))
  try {
    mount(folder)
    unmount(folder)
    return undefined
  } catch (error) {
    return `no tmpfs can be mounted: ${error instanceof Error ? error.message.trim() : String(error)}`
  } finally {
    rmdirSync(folder)
  }
}

async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-full-'))
  mount(folder)
  try {
    await work(folder)
  } finally {
    unmount(folder)
    rmdirSync(folder)
  }
}

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'none', folder], { stdio: 'pipe' })
}

function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'pipe' })
}
