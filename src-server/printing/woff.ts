import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20

/**
 * A font file as it was before it was packed as WOFF 1.0 (https://www.w3.org/TR/WOFF/), so that it is unpacked once,
 * and not anew for each document. @throws RangeError when it is no WOFF file
 */
export function unpackWoff(woff: Uint8Array): Buffer {
  const from = Buffer.from(woff)
  if (from.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('not a WOFF file')
  const count = from.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * count)
  const power = Math.floor(Math.log2(count))
  directory.writeUInt32BE(from.readUInt32BE(4), 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (count - 2 ** power), 10)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = HEADER + index * ENTRY
    const { table, checksum } = readTable(from, entry)
    const to = 12 + 16 * index
    from.copy(directory, to, entry, entry + 4)
    directory.writeUInt32BE(checksum, to + 4)
    directory.writeUInt32BE(offset, to + 8)
    directory.writeUInt32BE(table.length, to + 12)
    // Tables begin at multiples of four.
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    tables.push(padded)
    offset += padded.length
  }
  return Buffer.concat([directory, ...tables])
}

/** A table is packed only where that makes it smaller. */
function readTable(from: Buffer, entry: number): { table: Buffer; checksum: number } {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => from.readUInt32BE(entry + at)) as [
    number,
    number,
    number,
    number,
  ]
  const bytes = from.subarray(offset, offset + packed)
  return { table: packed < length ? inflateSync(bytes) : bytes, checksum }
}
