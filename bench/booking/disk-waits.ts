import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A page of the store and its header, as its log appends them. */
const FRAME_BYTES = 4096 + 24

/** How often a second the disk under a folder confirms an appended page, one after another: the limit of lone commits. */
export function diskWaits(folder: string, seconds: number): number {
  const file = join(folder, 'disk-waits')
  const frame = Buffer.alloc(FRAME_BYTES, 7)
  const descriptor = openSync(file, 'w')
  const began = performance.now()
  let waits = 0
  while (performance.now() - began < seconds * 1000) {
    writeSync(descriptor, frame)
    fdatasyncSync(descriptor)
    waits += 1
  }
  const took = (performance.now() - began) / 1000
  closeSync(descriptor)
  rmSync(file)
  return waits / took
}
