import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK = 1024 * 1024
/**
 * What SQLite may change in its header while it changes nothing else: the journal mode, how often the file was written,
 * and which SQLite wrote it last. [from, to) in bytes, by the file format's first table.
 */
const RESTLESS = [
  [18, 20],
  [24, 28],
  [92, 100],
] as const

/** The SHA-256 of a store's file, in hexadecimal, except for the bytes that say nothing of what is in it. */
export function fingerprintOf(file: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(CHUNK)
  const handle = openSync(file, 'r')
  try {
    for (let at = 0; ;) {
      const read = readSync(handle, chunk, 0, CHUNK, at)
      if (read === 0) return hash.digest('hex')
      if (at === 0) for (const [from, to] of RESTLESS) chunk.fill(0, from, Math.min(to, read))
      hash.update(chunk.subarray(0, read))
      at += read
    }
  } finally {
    closeSync(handle)
  }
}
