import { deflateSync, inflateSync, crc32 } from 'node:zlib'

/** The most that a PNG with a palette can name. */
const MOST_COLOURS = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

interface Picture {
  readonly width: number
  readonly height: number
  /** One after the other by rows, each 0xRRGGBB. */
  readonly pixels: Uint32Array
}

/**
 * The same picture with a palette: a screen has few colours, and those that only smooth its letters go to their nearest.
 * @param png with 8 bits for each of red, green and blue, with or without alpha, as a browser takes it
 */
export function leanPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png)
  const { palette, indexOf } = reduceColours(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x] ?? 0)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const body = deflateSync(rows, { level: 9, memLevel: 9 })
  const chunks = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...chunks])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function decode(png: Buffer): Picture {
  const parts: Buffer[] = []
  let header: Buffer = Buffer.alloc(0)
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') header = data
    if (name === 'IDAT') parts.push(data)
    at += length + 12
  }
  const [width, height, depth, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`a picture of depth ${depth} and kind ${kind}`)
  const bytes = kind === 6 ? 4 : 3
  const raw = unfilter(inflateSync(Buffer.concat(parts)), width * bytes, height, bytes)
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = raw.readUIntBE(at * bytes, 3)
  return { width, height, pixels }
}

/** Undoes the five filters of PNG (W3C, Portable Network Graphics, section 9). */
function unfilter(data: Buffer, rowBytes: number, height: number, pixelBytes: number): Buffer {
  const out = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (rowBytes + 1)]
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x
      const left = x < pixelBytes ? 0 : (out[at - pixelBytes] ?? 0)
      const up = y === 0 ? 0 : (out[at - rowBytes] ?? 0)
      const corner = x < pixelBytes || y === 0 ? 0 : (out[at - rowBytes - pixelBytes] ?? 0)
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)]
      out[at] = (data[y * (rowBytes + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0)
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function reduceColours(pixels: Uint32Array): { palette: readonly number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour)
  const palette = byCount.slice(0, MOST_COLOURS)
  const indices = new Map(palette.map((colour, index) => [colour, index]))
  for (const colour of byCount.slice(MOST_COLOURS)) indices.set(colour, nearest(palette, colour))
  return { palette, indexOf: (colour) => indices.get(colour) ?? 0 }
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => distance(one, colour))
  return distances.indexOf(Math.min(...distances))
}

function distance(one: number, other: number): number {
  const [red, green, blue] = [
    (one >> 16) - (other >> 16),
    ((one >> 8) & 255) - ((other >> 8) & 255),
    (one & 255) - (other & 255),
  ]
  return red * red + green * green + blue * blue
}
