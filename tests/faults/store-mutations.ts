import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

const PAGE = 4096

/** What happens to a store's folder while nobody looks. Each tells what it did. */
export type Mutation = (folder: string, random: () => number) => string

function change(file: string, work: (bytes: Buffer) => string): string {
  const bytes = readFileSync(file)
  const told = work(bytes)
  writeFileSync(file, bytes)
  return told
}

const storeIn = (folder: string) => join(folder, 'kerbside.sqlite')
const below = (random: () => number, limit: number) => Math.floor(random() * limit)
const pagesOf = (bytes: Buffer) => Math.floor(bytes.length / PAGE)

const flipBits: Mutation = (folder, random) =>
  change(storeIn(folder), (bytes) => {
    const count = 1 + below(random, 8)
    for (let bit = 0; bit < count; bit += 1) {
      const at = below(random, bytes.length)
      bytes[at] = bytes[at]! ^ (1 << below(random, 8))
    }
    return `${count} bits flipped`
  })

const truncate: Mutation = (folder, random) => {
  const size = readFileSync(storeIn(folder)).length
  // Now and then to nothing at all, which SQLite takes for a new database.
  const left = random() < 0.3 ? 0 : below(random, size)
  truncateSync(storeIn(folder), left)
  return `cut to ${left} of ${size} bytes`
}

const zeroPages: Mutation = (folder, random) =>
  change(storeIn(folder), (bytes) => {
    const first = below(random, pagesOf(bytes))
    const count = 1 + below(random, 4)
    bytes.fill(0, first * PAGE, Math.min(bytes.length, (first + count) * PAGE))
    return `${count} pages zeroed from page ${first + 1}`
  })

const swapPages: Mutation = (folder, random) =>
  change(storeIn(folder), (bytes) => {
    const one = below(random, pagesOf(bytes))
    const other = (one + 1 + below(random, pagesOf(bytes) - 1)) % pagesOf(bytes)
    const kept = Buffer.from(bytes.subarray(one * PAGE, (one + 1) * PAGE))
    bytes.copyWithin(one * PAGE, other * PAGE, (other + 1) * PAGE)
    kept.copy(bytes, other * PAGE)
    return `pages ${one + 1} and ${other + 1} swapped`
  })

const foreignHeader: Mutation = (folder) => {
  const stranger = new BetterSqlite3(':memory:')
  stranger.exec('CREATE TABLE somebody_elses (n INTEGER); INSERT INTO somebody_elses VALUES (1)')
  const header = stranger.serialize().subarray(0, 100)
  stranger.close()
  return change(storeIn(folder), (bytes) => {
    header.copy(bytes)
    return 'the header of another database'
  })
}

const foreignFile: Mutation = (folder, random) => {
  const stranger = new BetterSqlite3(':memory:')
  if (random() < 0.5) stranger.exec('CREATE TABLE somebody_elses (n INTEGER); PRAGMA user_version = 15')
  writeFileSync(storeIn(folder), stranger.serialize())
  stranger.close()
  return 'another database in its place'
}

const loseFile: Mutation = (folder, random) => {
  for (const end of ['', ...(random() < 0.5 ? ['-wal', '-shm'] : [])])
    rmSync(`${storeIn(folder)}${end}`, { force: true })
  return 'the file is gone'
}

const loseLog: Mutation = (folder) => {
  for (const end of ['-wal', '-shm']) rmSync(`${storeIn(folder)}${end}`, { force: true })
  return 'the log is gone'
}

const cutLog: Mutation = (folder, random) => {
  const log = `${storeIn(folder)}-wal`
  const { length } = readFileSync(log)
  const left = below(random, length * 0.9)
  truncateSync(log, left)
  return `the log cut to ${left} of ${length} bytes`
}

/** For a store that was closed, and for one that was in use when the machine went. */
export const mutations: Readonly<Record<'closed' | 'in use', readonly Mutation[]>> = {
  closed: [flipBits, flipBits, truncate, zeroPages, swapPages, foreignHeader, foreignFile, loseFile],
  'in use': [flipBits, truncate, zeroPages, swapPages, foreignHeader, foreignFile, loseFile, loseLog, cutLog],
}
